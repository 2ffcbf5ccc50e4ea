import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { answerWithFault } from '../control/answer-with-fault.js';
import type { FaultQueue } from '../control/fault-queue.js';
import type { Fault } from '../control/faults.js';
import { scopesOf } from '../oauth/authentication.js';
import type { Scopes } from '../oauth/scopes.js';
import { shopDomain } from '../oauth/shop-domain.js';
import type { Shop } from '../shop/shop.js';
import type { Shops } from '../shop/shops.js';
import type { Notices } from '../webhooks/notices.js';
import { Documents, rootFields } from './documents.js';
import { type AdminResponse, type Prepared, pay, prepare, run, throttled } from './execution.js';
import { mutationRoot, queryRoot } from './roots.js';
import { API_VERSION, enumValues } from './schema.js';

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface AdminOptions {
  schema: GraphQLSchema;
  shops: Shops;
  faults: FaultQueue;
  clock: Clock;
  /** milliseconds */
  searchLagMs: number;
  notices: Notices;
  hasApp: boolean;
}

const UNAUTHORIZED = {
  errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
};

/** `POST /admin/api/2026-10/graphql.json`, as a shop of Shopify answers it. */
export function adminEndpoint(app: FastifyInstance, options: AdminOptions): void {
  const documents = new Documents(options.schema);

  app.post<{ Params: { version: string } }>('/admin/api/:version/graphql.json', async (request, reply) => {
    if (request.params.version !== API_VERSION) return reply.code(404).send({ errors: 'Not Found' });
    const shop = options.shops.find(shopDomain(request));
    if (!shop) return reply.code(404).send({ errors: 'Not Found' });
    const token = request.headers['x-shopify-access-token'];
    const scopes = typeof token === 'string' ? scopesOf(shop, token, options.clock()) : undefined;
    if (scopes === undefined) return reply.code(401).send(UNAUTHORIZED);
    const body = Body.safeParse(request.body);
    if (!body.success)
      return reply.code(400).send({ errors: { query: 'Required parameter missing or invalid' } });

    reply.header('x-request-id', request.id).header('x-shopify-api-version', API_VERSION);
    const outcome = prepare(options.schema, documents, body.data);
    if ('refusal' in outcome) return reply.send(outcome.refusal);
    const { prepared } = outcome;
    const fault = options.faults.take({
      shop: shop.record.domain,
      rootFields: rootFields(prepared.operation),
      impossible: prepared.operation.operation === 'mutation' ? [] : ['user_error'],
    });
    const answer = () => ({ status: 200, body: execute(options, documents, shop, scopes, prepared, fault) });
    if (!fault) return reply.send(answer().body);
    const refusals = {
      invalidToken: { status: 401, body: UNAUTHORIZED },
      throttled: () => ({ status: 200, body: throttled(shop, prepared) }),
    };
    return answerWithFault(request, reply, fault, answer, refusals);
  });
}

function execute(
  options: AdminOptions,
  documents: Documents,
  shop: Shop,
  scopes: Scopes,
  prepared: Prepared,
  fault: Fault | undefined,
): AdminResponse {
  const refusal = pay(shop, prepared);
  if (refusal) return refusal;
  const { clock, searchLagMs, notices, hasApp } = options;
  const countries = enumValues(options.schema, 'CountryCode');
  const context = { shop, scopes, clock, searchLagMs, countries, notices, hasApp };
  const root = prepared.operation.operation === 'mutation' ? mutationRoot(context) : queryRoot(context);
  return run(
    options.schema,
    documents,
    shop,
    prepared,
    fault?.kind === 'user_error' ? refusing(root, fault) : root,
    scopes,
  );
}

/** The mutations, each answering the fault's user error without doing anything. */
function refusing(root: object, { operation, userError }: Fault): object {
  const nothing = {
    codeDiscountNode: null,
    customer: null,
    draftOrder: null,
    deletedId: null,
    app: null,
    webhookSubscription: null,
    deletedWebhookSubscriptionId: null,
  };
  const payload = { ...nothing, userErrors: [{ ...userError, extraInfo: null }] };
  const names = operation === undefined ? Object.keys(root) : [operation];
  return { ...root, ...Object.fromEntries(names.map(name => [name, () => payload])) };
}
