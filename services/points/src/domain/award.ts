/**
 * Points of a sale at a fixed rate: floor(net amount in major units × rate) (domain.md 2.6).
 * @param netAmount minor units. @param rate a plain decimal string, at most 6 decimals. @param exponent decimal places
 * of the currency's minor unit.
 * @returns points, exact however large.
 */
export function fixedRatePoints(netAmount: number, rate: string, exponent: number): bigint {
  return (BigInt(netAmount) * millionths(rate)) / (10n ** BigInt(exponent) * 1_000_000n);
}

/** A decimal string as an integer number of millionths. */
function millionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
}

/**
 * What cumulative refunds take back of an award in all: floor(P × R / A), and P once R ≥ A (domain.md 2.9).
 * @param points the award P. @param refunded R, minor units; at or below 0 it takes nothing. @param netAmount A, minor
 * units, above 0.
 */
export function totalReversed(points: number, refunded: bigint, netAmount: number): number {
  if (refunded <= 0n) return 0;
  if (refunded >= BigInt(netAmount)) return points;
  return Number((BigInt(points) * refunded) / BigInt(netAmount));
}
