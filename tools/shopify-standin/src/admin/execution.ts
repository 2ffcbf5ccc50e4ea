import {
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { ThrottleStatus } from '../cost/bucket.js';
import { MAXIMUM_QUERY_COST, queryCost } from '../cost/query-cost.js';
import type { Document } from '../cost/selection.js';
import type { Scopes } from '../oauth/scopes.js';
import type { Shop } from '../shop/shop.js';
import type { Documents } from './documents.js';
import { chosenOperation } from './documents.js';
import { resolveOwnField } from './errors.js';
import { coerceVariables, type RequestError } from './validation.js';

export interface AdminRequest {
  query: string;
  variables?: Readonly<Record<string, unknown>> | null;
  operationName?: string | null;
}

export interface AdminResponse {
  data?: Record<string, unknown> | null;
  errors?: readonly (RequestError | GraphQLFormattedError)[];
  extensions?: { cost: Cost };
}

interface Cost {
  requestedQueryCost: number;
  /** null: nothing was executed */
  actualQueryCost: number | null;
  throttleStatus: ThrottleStatus;
}

const RATE_LIMITS_PAGE = 'https://shopify.dev/api/usage/rate-limits';

/** A request that is well formed and whose cost is known; not yet paid for. */
export interface Prepared {
  operation: OperationDefinitionNode;
  document: Document;
  request: AdminRequest;
  requestedCost: number;
}

/** Everything that Shopify refuses without looking at the bucket. */
export function prepare(
  schema: GraphQLSchema,
  documents: Documents,
  request: AdminRequest,
): { prepared: Prepared } | { refusal: AdminResponse } {
  const checked = documents.check(request.query);
  if ('errors' in checked) return { refusal: { errors: checked.errors } };
  const operation = chosenOperation(checked.document, request.operationName);
  if (!operation) {
    const message = request.operationName
      ? `No operation named "${request.operationName}"`
      : 'An operation name is required';
    return { refusal: { errors: [{ message }] } };
  }
  const variables = coerceVariables(schema, operation, request.variables ?? {});
  if ('errors' in variables) return { refusal: { errors: variables.errors } };
  const fragments = Object.fromEntries(
    checked.document.definitions.flatMap(definition =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const document = { schema, fragments, variables: variables.values };
  const requestedCost = queryCost(document, operation);
  if (requestedCost > MAXIMUM_QUERY_COST) return { refusal: tooDear(requestedCost) };
  return { prepared: { operation, document, request, requestedCost } };
}

/** Takes the requested cost from the shop's bucket, or says THROTTLED (HTTP 200, as at Shopify). */
export function pay(shop: Shop, prepared: Prepared): AdminResponse | null {
  return shop.bucket.take(prepared.requestedCost) ? null : throttled(shop, prepared);
}

export function throttled(shop: Shop, { requestedCost }: Prepared): AdminResponse {
  return {
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED', documentation: RATE_LIMITS_PAGE } }],
    extensions: {
      cost: {
        requestedQueryCost: requestedCost,
        actualQueryCost: null,
        throttleStatus: shop.bucket.status(),
      },
    },
  };
}

/**
 * Runs what was paid for and gives back what it did not use.
 * @throws what broke inside (a full disk), which is a 500 and no part of a GraphQL answer
 */
export function run(
  schema: GraphQLSchema,
  documents: Documents,
  shop: Shop,
  prepared: Prepared,
  rootValue: object,
  scopes: Scopes,
): AdminResponse {
  const { operation, document, request, requestedCost } = prepared;
  const checked = documents.check(request.query);
  if ('errors' in checked) return { errors: checked.errors };
  const result = execute({
    schema,
    document: checked.document,
    rootValue,
    contextValue: scopes,
    variableValues: request.variables ?? {},
    operationName: request.operationName ?? null,
    fieldResolver: resolveOwnField,
  });
  if (result instanceof Promise) throw new Error('Resolvers are synchronous, so that each request is atomic');
  for (const { originalError } of result.errors ?? []) {
    if (originalError && !(originalError instanceof GraphQLError)) throw originalError;
  }
  const actualQueryCost = Math.min(requestedCost, queryCost(document, operation, result.data ?? null));
  shop.bucket.giveBack(requestedCost - actualQueryCost);
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors ? { errors: result.errors.map(error => error.toJSON()) } : {}),
    extensions: {
      cost: { requestedQueryCost: requestedCost, actualQueryCost, throttleStatus: shop.bucket.status() },
    },
  };
}

function tooDear(cost: number): AdminResponse {
  return {
    errors: [
      {
        message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAXIMUM_QUERY_COST}).`,
        extensions: {
          code: 'MAX_COST_EXCEEDED',
          cost,
          maxCost: MAXIMUM_QUERY_COST,
          documentation: RATE_LIMITS_PAGE,
        },
      },
    ],
  };
}
