/** A name as Shopify takes it: the last word is the family name, as far as anybody can tell. */
export function splitName(name: string): [first: string, last: string | null] {
  const words = name.trim().split(/\s+/);
  return words.length === 1 ? [name.trim(), null] : [words.slice(0, -1).join(' '), words.at(-1)!];
}
