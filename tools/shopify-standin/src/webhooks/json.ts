import { toDecimal } from '../admin/money.js';

/** An instant as REST bodies have it, in the shops' zone. */
export function restInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`;
}

/** `total_price` and `total_price_set` of an amount in cents. */
export function priced(name: string, cents: number, currencyCode: string): Record<string, unknown> {
  return { [name]: toDecimal(cents), [`${name}_set`]: priceSet(cents, currencyCode) };
}

export function priceSet(cents: number, currencyCode: string) {
  const money = { amount: toDecimal(cents), currency_code: currencyCode };
  return { shop_money: money, presentment_money: money };
}
