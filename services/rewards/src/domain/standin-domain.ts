/** The stand-in shop's domain of a brand, one label of at most 63 characters; the id's end tells brands apart. */
export function standinDomain(slug: string, brandId: string): string {
  const name = slug.slice(0, 50).replace(/-+$/, '');
  return `${name}-${brandId.slice(-8)}.myshopify.com`;
}
