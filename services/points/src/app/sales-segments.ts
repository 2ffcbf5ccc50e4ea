import { noSales, plus, type SalesInWindow } from '../domain/earlier-sales.js';
import type { WantedSales } from './wanted-sales.js';

const dayMs = 86_400_000;

/** Half-open, in milliseconds since the epoch; `from` null: from the beginning. Empty where `from` is `to`. */
interface Range {
  from: number | null;
  to: number;
}

/** A part of windows that no window begins or ends in: whole UTC days, and what is left of a day before and after. */
export interface Segment extends Range {
  ambassadorId: string;
  currency: string;
  head: Range;
  days: Range;
  tail: Range;
}

/** Windows cut where any of the same ambassador begins or ends, in order: what they overlap in is one segment. */
export function segmentsOf(wanted: readonly WantedSales[]): Segment[] {
  return [...Map.groupBy(wanted, of => of.ambassadorId)].flatMap(([ambassadorId, of]) => {
    const { currency } = of[0]!;
    const windows = of.map(({ window }) => window);
    const cuts = [...new Set(windows.flatMap(({ from, to }) => [from ?? Number.NEGATIVE_INFINITY, to]))].sort(
      (a, b) => a - b,
    );
    return cuts.slice(1).flatMap((to, index) => {
      const from = cuts[index]!;
      const isWanted = windows.some(of => (of.from ?? Number.NEGATIVE_INFINITY) <= from && of.to >= to);
      return isWanted ? [{ ambassadorId, currency, ...split(Number.isFinite(from) ? from : null, to) }] : [];
    });
  });
}

function split(from: number | null, to: number): Pick<Segment, 'from' | 'to' | 'head' | 'days' | 'tail'> {
  const firstDay = from === null ? null : Math.ceil(from / dayMs) * dayMs;
  const endDay = Math.floor(to / dayMs) * dayMs;
  if (firstDay !== null && firstDay >= endDay) {
    const none = { from: endDay, to: endDay };
    return { from, to, head: { from, to }, days: none, tail: none };
  }
  return {
    from,
    to,
    head: { from: from ?? endDay, to: firstDay ?? endDay },
    days: { from: firstDay, to: endDay },
    tail: { from: endDay, to },
  };
}

/** The sum of each window from those of the segments that it holds, both in the order given. */
export function windowSums(
  wanted: readonly WantedSales[],
  segments: readonly Segment[],
  sums: readonly SalesInWindow[],
): SalesInWindow[] {
  const upTo = new Map<string, { from: number; to: number; before: SalesInWindow; after: SalesInWindow }[]>();
  segments.forEach(({ ambassadorId, from, to }, index) => {
    const known = upTo.get(ambassadorId) ?? [];
    const before = known.at(-1)?.after ?? noSales;
    known.push({ from: from ?? Number.NEGATIVE_INFINITY, to, before, after: plus(before, sums[index]!) });
    upTo.set(ambassadorId, known);
  });
  return wanted.map(({ ambassadorId, window }) => {
    const known = upTo.get(ambassadorId) ?? [];
    const first = known.find(segment => segment.from === (window.from ?? Number.NEGATIVE_INFINITY));
    const last = known.find(segment => segment.to === window.to);
    if (first === undefined || last === undefined) return noSales;
    return { count: last.after.count - first.before.count, amount: last.after.amount - first.before.amount };
  });
}
