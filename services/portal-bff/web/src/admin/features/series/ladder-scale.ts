/** A tier's place on the ladder: `at` to scale, `label` where its words stand; pixels from the ground. */
export interface Rung {
  at: number;
  label: number;
}

/**
 * Places thresholds on a ladder to scale, the highest at `height`. Labels keep `gap` pixels from each other: those too
 * close are pushed up, and down again from the top where there is no more room. Thresholds need not be in order; the
 * answer is in theirs.
 */
export function ladderScale(thresholds: readonly number[], height: number, gap: number): Rung[] {
  const highest = Math.max(1, ...thresholds);
  const at = thresholds.map(threshold => (Math.max(0, threshold) / highest) * height);
  const order = at.map((_, index) => index).sort((one, other) => at[one]! - at[other]! || one - other);
  const label: number[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    label[index] = Math.max(at[index]!, floor + gap);
    floor = label[index];
  }
  let ceiling = height + gap;
  for (const index of order.toReversed()) {
    label[index] = Math.min(label[index]!, ceiling - gap);
    ceiling = label[index];
  }
  return at.map((place, index) => ({ at: place, label: label[index]! }));
}
