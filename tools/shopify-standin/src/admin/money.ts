/** A decimal as Shopify prints it: no trailing zeros, at least one digit after the point. */
export function printDecimal(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const trimmed = fraction.replace(/0+$/, '');
  return `${whole.replace(/^(-?)0+(?=\d)/, '$1')}.${trimmed === '' ? '0' : trimmed}`;
}

export function moneyV2(amount: string, currencyCode: string) {
  return { __typename: 'MoneyV2', amount: printDecimal(amount), currencyCode };
}
