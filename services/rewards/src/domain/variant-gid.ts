const prefix = 'gid://shopify/ProductVariant/';

/** A variant's global id at Shopify, from itself or from its number alone; what is neither is passed on as it is. */
export function variantGid(id: string): string {
  return /^\d+$/.test(id) ? `${prefix}${id}` : id;
}
