import type { AttributionReportQuery, Touch } from '@cairn/contracts/http/attribution';

export type CreditModel = AttributionReportQuery['model'];

/** Milliseconds after which a click weighs half as much, in the model of time decay. */
const halfLife = 7 * 86_400_000;

/** One order's credit, in millionths. */
export const wholeCredit = 1_000_000;

/** Of the first, of all between, and of the last click. */
const positions = { first: 0.4, between: 0.2, last: 0.4 };

/**
 * What each click of a buyer's weighs in their order, in the clicks' order: the same (`linear`), 40% for the first and the
 * last with 20% for those between (`position`), or half as much every seven days before the order (`time_decay`).
 * @param placedAt milliseconds since the epoch.
 */
export function weightsOf(
  model: CreditModel,
  touches: readonly Pick<Touch, 'at'>[],
  placedAt: number,
): number[] {
  const { length } = touches;
  switch (model) {
    case 'linear':
      return touches.map(() => 1);
    case 'position':
      if (length < 3) return touches.map(() => 1);
      return touches.map((_, place) => {
        if (place === 0) return positions.first;
        return place === length - 1 ? positions.last : positions.between / (length - 2);
      });
    case 'time_decay': {
      // Against the last click: an old order's weights would all be nothing.
      const last = Date.parse(touches.at(-1)?.at ?? new Date(placedAt).toISOString());
      return touches.map(({ at }) => 2 ** ((Date.parse(at) - last) / halfLife));
    }
  }
}

/**
 * Divides a whole number by weights, exactly: each gets its share rounded down, and what is left goes to the largest
 * remainders, the earlier first.
 */
export function divide(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map(weight => (whole * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = whole - shares.reduce((total, share) => total + share, 0);
  const byRemainder = exact
    .map((value, place) => ({ place, remainder: value - shares[place]! }))
    .sort((one, other) => other.remainder - one.remainder || one.place - other.place);
  for (let n = 0; n < left; n++) shares[byRemainder[n % byRemainder.length]!.place]! += 1;
  return shares;
}
