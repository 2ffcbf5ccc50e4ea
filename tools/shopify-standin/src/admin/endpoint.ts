import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Fault, Faults } from '../control/faults.js';
import type { Shop } from '../shop/shop.js';
import { isTokenOf, type Shops } from '../shop/shops.js';
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
  faults: Faults;
  clock: Clock;
  /** milliseconds */
  searchLagMs: number;
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
    if (typeof token !== 'string' || !isTokenOf(shop, token)) return reply.code(401).send(UNAUTHORIZED);
    const body = Body.safeParse(request.body);
    if (!body.success)
      return reply.code(400).send({ errors: { query: 'Required parameter missing or invalid' } });

    reply.header('x-request-id', request.id).header('x-shopify-api-version', API_VERSION);
    const outcome = prepare(options.schema, documents, body.data);
    if ('refusal' in outcome) return reply.send(outcome.refusal);
    const { prepared } = outcome;
    const fault = options.faults.take(shop.record.domain, rootFields(prepared.operation));
    const answer = () => execute(options, documents, shop, prepared, fault);
    return fault
      ? answerWithFault(request, reply, fault, answer, () => throttled(shop, prepared))
      : reply.send(answer());
  });
}

/** The client names the shop by header; without it the Host says it, as at Shopify. */
function shopDomain(request: FastifyRequest): string {
  const named = request.headers['x-shopify-shop-domain'];
  return typeof named === 'string' ? named : request.hostname;
}

function execute(
  options: AdminOptions,
  documents: Documents,
  shop: Shop,
  prepared: Prepared,
  fault: Fault | undefined,
): AdminResponse {
  const refusal = pay(shop, prepared);
  if (refusal) return refusal;
  const { clock, searchLagMs } = options;
  const context = { shop, clock, searchLagMs, countries: enumValues(options.schema, 'CountryCode') };
  const root = prepared.operation.operation === 'mutation' ? mutationRoot(context) : queryRoot(context);
  return run(
    options.schema,
    documents,
    shop,
    prepared,
    fault?.kind === 'user_error' ? refusing(root, fault) : root,
  );
}

/** The mutations, each answering the fault's user error without doing anything. */
function refusing(root: object, { operation, userError }: Fault): object {
  const nothing = { codeDiscountNode: null, customer: null, draftOrder: null, deletedId: null };
  const payload = { ...nothing, userErrors: [{ ...userError, extraInfo: null }] };
  const names = operation === undefined ? Object.keys(root) : [operation];
  return { ...root, ...Object.fromEntries(names.map(name => [name, () => payload])) };
}

async function answerWithFault(
  request: FastifyRequest,
  reply: FastifyReply,
  fault: Fault,
  answer: () => AdminResponse,
  throttledAnswer: () => AdminResponse,
): Promise<FastifyReply> {
  request.log.warn({ fault }, 'fault on demand');
  switch (fault.kind) {
    case 'invalid_token':
      return reply.code(401).send(UNAUTHORIZED);
    case 'http_500':
      return reply.code(500).send({ errors: 'Internal Server Error' });
    case 'throttled':
      return reply.send(throttledAnswer());
    case 'reset':
      return hangUp(request, reply);
    case 'no_answer_after_commit':
      answer();
      await delay(fault.ms, undefined, { ref: false });
      return hangUp(request, reply);
    case 'slow': {
      const late = answer();
      await delay(fault.ms, undefined, { ref: false });
      return reply.send(late);
    }
    case 'user_error':
      return reply.send(answer());
  }
}

/** The connection ends without an answer (a reset, where the system sends one). */
function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return reply;
}
