import type { NotSentCount } from '../demo-result.js';
import type { NotSent } from '../orders/order-book.js';

const examplesShown = 3;

/** By reason, the commonest first, with the first few lines of each. */
export function countNotSent(lines: readonly NotSent[]): NotSentCount[] {
  return [...Map.groupBy(lines, line => line.reason)]
    .map(([reason, all]) => ({
      reason,
      count: all.length,
      examples: all.slice(0, examplesShown).map(line => line.example),
    }))
    .sort((a, b) => b.count - a.count);
}
