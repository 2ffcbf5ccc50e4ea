/**
 * Money as people type it, in minor units exactly: "12.50" → 1250 for a currency of two decimal places, "1,000" → 100000.
 * Text arithmetic only, so nothing is rounded. Null for what is no amount, has more places than the currency, or is
 * beyond what stays exact in JSON.
 */
export function minorOf(typed: string, exponent: number): number | null {
  const text = typed.trim().replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, '');
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > exponent) return null;
  const minor = Number(whole + fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Minor units as text to type in: 1250 → "12.50", 1200 → "12". */
export function majorOf(minor: number, exponent: number): string {
  const digits = String(minor).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  return exponent === 0 || /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`;
}
