import { derivedId } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { lockSeries, selectSeries } from '../out/postgres/series.js';
import { stopSeries } from '../out/postgres/series-gate.js';
import { saveTurned } from './turn-series.js';

/**
 * The end of a series that is paused when it comes: it is resumed first, so that what was reached in the pause unlocks
 * (domain.md 3.2). Nothing for one that was resumed or ended meanwhile.
 * @returns false where the end is not yet reached by this clock.
 */
export async function endPaused(sql: Sql, brandId: string, id: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  if ((await lockSeries(sql, brandId, id, at)) === undefined) return true;
  await stopSeries(sql, id);
  const series = await selectSeries(sql, brandId, id, at);
  if (series === undefined || !series.isPaused) return true;
  // An edit took the end off.
  if (series.endsAt === null) return true;
  if (series.status !== 'ended') return false;
  const causationId = derivedId('series ends paused', id, series.revision);
  const cause = { brandId, causationId, correlationId: causationId, acceptedAt: at };
  const turned = { live: series.live, endsAt: series.endsAt, isPaused: false };
  await saveTurned(sql, brandId, series, turned, cause, now);
  return true;
}
