import type { Difference } from '../difference.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador } from '../observed.js';

/** The bar: points, where on the ladder, which tiers are set, and by how much they have fallen under (3.4 to 3.6). */
export function compareProgress(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const { series, unlocks, available } = expected;
  const wanted = {
    series: series.id,
    cycle: 1,
    points: available,
    pending: 0,
    currentTier: unlocks.at(-1)?.name ?? null,
    nextTier: series.tiers[unlocks.length]?.name ?? null,
    tiers: series.tiers.map(({ name, threshold }, index) => {
      const unlocked = index < unlocks.length;
      return { name, threshold, unlocked, deficit: unlocked ? Math.max(0, threshold - available) : 0 };
    }),
  };
  const { progress } = observed;
  const seen = {
    series: progress.series?.id ?? null,
    cycle: progress.cycle,
    points: progress.points,
    pending: progress.pending,
    currentTier: progress.currentTier,
    nextTier: progress.nextTier,
    tiers: progress.tiers.map(({ name, threshold, unlocked, deficit }) => ({
      name,
      threshold,
      unlocked,
      deficit,
    })),
  };
  const [want, see] = [JSON.stringify(wanted), JSON.stringify(seen)];
  if (want === see) return [];
  return [{ kind: 'progress', ambassador: expected.externalId, detail: `expected ${want}; is ${see}` }];
}
