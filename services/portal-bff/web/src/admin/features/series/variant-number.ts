/** A variant's number: Shopify writes it alone, or at the end of its global id (gid://shopify/ProductVariant/44001). */
export const variantNumber = (id: string) => id.split('/').at(-1) ?? id;
