/**
 * The check's own arithmetic. It shares nothing with the services, on purpose: whole numbers, no floats.
 */

const ratePattern = /^(\d+)(?:\.(\d{1,6}))?$/;
const millionths = 1_000_000n;
const minorPerMajor = 100n;

/** domain.md 2.6, `fixed`: floor(net amount in major units × rate), of a currency with two decimals. */
export function fixedPoints(netMinor: number, rate: string): number {
  const match = ratePattern.exec(rate);
  if (!match) throw new Error(`not a rate: ${rate}`);
  const scaled = BigInt(match[1]!) * millionths + BigInt((match[2] ?? '').padEnd(6, '0'));
  // BigInt division drops the fraction; nothing here is below zero, so that is the floor.
  return Number((BigInt(netMinor) * scaled) / (minorPerMajor * millionths));
}

/** domain.md 2.9: what is reversed in all of an award after refunds of `refunded` in all, of a net amount. */
export function reversedInAll(award: number, refunded: number, net: number): number {
  if (refunded >= net) return award;
  return Number((BigInt(award) * BigInt(refunded)) / BigInt(net));
}
