/**
 * Decimal text to minor units of a currency with two decimals, exactly: "29.33" → 2933, "5" → 500, "1.50000" → 150.
 * Null where the text is finer than a minor unit. Throws on what is no plain decimal.
 */
export function minorUnits(text: string): number | null {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) throw new Error(`not a decimal amount: ${JSON.stringify(text)}`);
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return null;
  const amount = Number(`${match[1]}${decimals.padEnd(2, '0')}`);
  if (!Number.isSafeInteger(amount)) throw new Error(`amount too large: ${text}`);
  return amount;
}
