import type { SeriesStanding } from '@cairn/contracts/http/series';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { selectSeries } from '../out/postgres/series.js';
import { seriesCounts } from '../out/postgres/series-counts.js';
import type { AppContext } from './context.js';
import { found } from './preconditions.js';

/**
 * How many ambassadors take part in a series, and how many have each of its tiers unlocked in their current cycle
 * (domain.md 3.4, 3.5); read off counters, so it costs the same for a million. @throws DomainError `not_found`
 */
export async function seriesStanding(app: AppContext, brandId: string, id: string): Promise<SeriesStanding> {
  const sql = onPool(app.db);
  const series = found(await selectSeries(sql, brandId, id, app.clock().toISOString()), 'series');
  const { participants, unlocked } = await seriesCounts(sql, id);
  return {
    participants,
    tiers: series.fields.tiers.map(tier => ({ id: tier.id, unlocked: unlocked.get(tier.id) ?? 0 })),
  };
}
