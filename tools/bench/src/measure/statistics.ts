/** What a list of rounds comes to. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError for no values: a figure without a round is no figure. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = sortedOf(values);
  return { median: quantileOf(sorted, 0.5), min: sorted[0]!, max: sorted.at(-1)! };
}

/** The quantile (0 to 1) of a sample, between neighbours in proportion. @throws RangeError for no values. */
export function quantile(values: readonly number[], at: number): number {
  return quantileOf(sortedOf(values), at);
}

function sortedOf(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('no values');
  return [...values].sort((a, b) => a - b);
}

function quantileOf(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** How fast y grows with x, by least squares; 0 where x does not vary. */
export function slopeOf(points: readonly { x: number; y: number }[]): number {
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const together = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return spread > 0 ? together / spread : 0;
}
