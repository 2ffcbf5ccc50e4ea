/** A published series that is not ended and promotes: from each of its programs into another (3.7). */
export interface PromotingSeries {
  programIds: readonly string[];
  to: string;
}

/**
 * Whether promotions that begin with this one lead back into its own programs (3.7), at once or over other published
 * series. A program is in one series at a time, so there is one way to go.
 * @returns the programs along the way, the one led back into last; undefined where the way ends.
 */
export function circleOf(start: PromotingSeries, others: readonly PromotingSeries[]): string[] | undefined {
  const way = [start.to];
  const next = new Map(others.flatMap(series => series.programIds.map(id => [id, series.to] as const)));
  for (;;) {
    const here = way.at(-1)!;
    if (start.programIds.includes(here)) return way;
    const onward = next.get(here);
    if (onward === undefined || way.includes(onward)) return undefined;
    way.push(onward);
  }
}
