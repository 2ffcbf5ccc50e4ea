export interface RateSearch {
  /** Where to begin, events a second. */
  readonly from: number;
  /** How much further each step goes until one holds and one does not; over 1. */
  readonly step: number;
  /** Ends when the lowest rate that failed is at most this many times the highest that held; over 1. */
  readonly precision: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The highest rate that holds: from a first guess in steps until one rate holds and one fails, then between them.
 * `holds` is asked one rate at a time. 0 where not even `lowest` holds.
 */
export async function searchRate(
  { from, step, precision, lowest, highest }: RateSearch,
  holds: (rate: number) => Promise<boolean>,
): Promise<number> {
  let good = 0;
  let bad = Number.POSITIVE_INFINITY;
  const within = (rate: number) => Math.round(Math.min(highest, Math.max(lowest, rate)));
  for (let rate = within(from); ; ) {
    if (await holds(rate)) good = rate;
    else bad = rate;
    if (good >= highest || bad <= lowest || bad <= good * precision) return good;
    if (bad === Number.POSITIVE_INFINITY) rate = within(good * step);
    else if (good === 0) rate = within(bad / step);
    else rate = Math.round(Math.sqrt(good * bad));
    if (rate === good || rate === bad) return good;
  }
}
