import type { Progress } from '@cairn/contracts/http/progress';
import { composeHome } from './compose-home.js';
import type { HomeRows } from './rows.js';

/**
 * GET /ambassadors/{id}/progress (api.md): the same state as the ambassador's home, in the admin API's shape. Points
 * belong to a series: without one they are 0. `version` is the progress' own, 0 before its first point.
 */
export function progressOf(rows: HomeRows, now: Date): Progress {
  const home = composeHome(rows, now);
  return {
    program: home.program,
    series: home.series,
    cycle: home.cycle,
    points: home.series === null ? 0 : home.points,
    pending: home.series === null ? 0 : home.pending,
    currentTier: home.currentTier,
    nextTier: home.nextTier && {
      id: home.nextTier.id,
      name: home.nextTier.name,
      threshold: home.nextTier.threshold,
      missing: home.nextTier.missing,
      rewards: home.nextTier.rewards,
    },
    tiers: home.tiers.map(({ id, name, threshold, medal, unlockedAt, deficit }) => ({
      id,
      name,
      threshold,
      medal,
      unlockedAt,
      deficit,
    })),
    version: rows.progress.find(progress => progress.seriesId === home.series?.id)?.version ?? 0,
  };
}
