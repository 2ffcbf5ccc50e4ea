import { GraphqlQueryError, HttpResponseError, HttpThrottlingError } from '@shopify/shopify-api';
import { z } from 'zod';

/** Shopify said no for good: token revoked, shop gone, access denied (domain.md 4.7). In its own words. */
export class ShopifyRefusal extends Error {}

/** The shop does not take our token, and there is no other: it is to be connected again. */
export class ShopTokenRefused extends ShopifyRefusal {}

/** Shopify asks to wait; `waitMs` where it says for how long. Nothing was done. */
export class ShopifyThrottled extends Error {
  constructor(readonly waitMs: number | null) {
    super('Shopify throttles');
  }
}

const graphqlErrors = z.array(
  z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }),
);

const passing = new Set(['INTERNAL_SERVER_ERROR', 'TIMEOUT', 'SERVICE_UNAVAILABLE']);

/**
 * What a failed call means. A {@link ShopifyRefusal} and a {@link ShopifyThrottled} did nothing at the shop; any other
 * error leaves open whether Shopify committed, and is tried again.
 */
export function failureOf(error: unknown): unknown {
  if (error instanceof HttpThrottlingError) {
    const { retryAfter } = error.response;
    return new ShopifyThrottled(retryAfter === undefined ? null : retryAfter * 1_000);
  }
  if (error instanceof GraphqlQueryError) return graphqlFailure(error);
  if (error instanceof HttpResponseError) {
    const { code } = error.response;
    const isRefusal = code >= 400 && code < 500 && code !== 408 && code !== 409;
    return isRefusal
      ? new ShopifyRefusal(`Shopify answered ${code} ${error.response.statusText}`.trim())
      : error;
  }
  return error;
}

function graphqlFailure(error: GraphqlQueryError): unknown {
  const body: unknown = error.body?.errors?.graphQLErrors;
  const errors = graphqlErrors.safeParse(body).data ?? [];
  const codes = errors.map(each => each.extensions?.code ?? '');
  if (codes.includes('THROTTLED')) return new ShopifyThrottled(null);
  if (errors.length === 0 || codes.some(code => passing.has(code))) return error;
  return new ShopifyRefusal(errors.map(each => each.message).join(' '));
}
