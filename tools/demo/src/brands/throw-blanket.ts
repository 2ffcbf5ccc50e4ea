import type { ShopProduct } from './brand-spec.js';

/** Woven to order: the one product of the stand-in shop that never runs out (policy CONTINUE), however many reach it. */
export const throwBlanket: ShopProduct = {
  type: 'shopify_product',
  sku: 'THROW-130',
  title: 'A linen throw blanket',
};
