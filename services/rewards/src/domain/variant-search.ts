/**
 * What somebody typed as a search of Shopify's: every word must begin a word of the title, or the SKU. Nothing of its
 * syntax survives: operators are upper case, and quotes, colons and stars are taken out. Null: everything.
 */
export function variantSearch(text: string | undefined): string | null {
  const words = (text ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}_.-]+/u)
    .map(word => word.replace(/^[.\-_]+|[.\-_]+$/g, ''))
    .filter(word => word !== '')
    .slice(0, 10);
  return words.length === 0 ? null : words.map(word => `${word}*`).join(' ');
}
