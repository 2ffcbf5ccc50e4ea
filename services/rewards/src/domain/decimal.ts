/**
 * Minor units as the decimal string that Shopify takes: 1050 with exponent 2 is "10.50", 500 with 0 is "500". Text
 * arithmetic, so that no amount passes through a float.
 */
export function decimalOf(minorUnits: number, exponent: number): string {
  if (exponent === 0) return String(minorUnits);
  const digits = String(minorUnits).padStart(exponent + 1, '0');
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
