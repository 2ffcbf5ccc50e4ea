import { DomainError } from '@cairn/service-kit/domain-error';
import type { z } from 'zod';
import type { ShopAccess, ShopifyAdmin } from './admin.js';
import { ShopifyRefusal, ShopifyThrottled } from './failures.js';
import type { Operation } from './operations/operation.js';

/**
 * Reads from a shop for somebody who waits for the answer.
 * @throws DomainError `unavailable` (503) where the shop does not answer now, or no more.
 */
export async function readShop<Variables, Data extends z.ZodType>(
  shopify: ShopifyAdmin,
  shop: ShopAccess,
  operation: Operation<Variables, Data>,
  variables: Variables,
): Promise<z.infer<Data>> {
  try {
    return await shopify.call(shop, `read:${operation.name}`, operation, variables);
  } catch (error) {
    if (error instanceof ShopifyThrottled) {
      throw new DomainError('unavailable', 'The shop is busy: try again in a few seconds.');
    }
    const why = error instanceof ShopifyRefusal ? error.message : 'it does not answer';
    throw new DomainError(
      'unavailable',
      `The shop ${shop.domain} cannot be asked now (${why}): try again later.`,
    );
  }
}
