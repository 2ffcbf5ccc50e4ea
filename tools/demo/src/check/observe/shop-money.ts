import { z } from 'zod';

/** Money in Shopify's words: a decimal text in the shop's currency. */
export const decimal = z.string().regex(/^\d+(\.\d+)?$/);

/** "5.0" → 500. The check's own: decimals beyond the second do not occur in a shop's money. */
export function inMinorUnits(text: string): number {
  const [whole, decimals = ''] = text.split('.') as [string, string?];
  return Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
}
