/** A decimal as Shopify prints it: no trailing zeros, at least one digit after the point. */
export function printDecimal(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const trimmed = fraction.replace(/0+$/, '');
  return `${whole.replace(/^(-?)0+(?=\d)/, '$1')}.${trimmed === '' ? '0' : trimmed}`;
}

export function moneyV2(amount: string, currencyCode: string) {
  return { __typename: 'MoneyV2', amount: printDecimal(amount), currencyCode };
}

/** Hundredths of the currency's unit. The shops know one currency each, so both of a bag's amounts are the same. */
export function moneyBag(cents: number, currencyCode: string) {
  const money = moneyV2(toDecimal(cents), currencyCode);
  return { __typename: 'MoneyBag', shopMoney: money, presentmentMoney: money };
}

/** `28.5` → 2850 */
export function toCents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

/** 2850 → `28.50`, as Shopify prints the scalar Money */
export function toDecimal(cents: number): string {
  return (cents / 100).toFixed(2);
}
