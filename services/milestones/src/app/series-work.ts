import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import type { StoredSeries } from '../out/postgres/series.js';

/** Unlocks what a pause collected (app/unlock-collected.ts); one item a resume. */
export const unlockCollectedWork = 'unlock-collected';
/** Unlocks what a retroactive publish gives (app/unlock-retroactively.ts); one item a series, however many it has. */
export const unlockRetroactivelyWork = 'unlock-retroactively';
/**
 * Carries out the end of a series that is paused when it comes (app/end-paused.ts); one item a series, which finds
 * nothing to do where it was resumed or ended before.
 */
export const endPausedWork = 'end-paused-series';
/** Tries parked rows again (app/retry-parked.ts); one item, which is there from the migration on. */
export const retryParkedWork = 'retry-parked';

export const seriesPayload = z.object({ seriesId: z.uuid() });

/** What is to be done after a pause, a resume or an end, in its transaction. */
export async function scheduleAfterTurn(
  sql: Sql,
  brandId: string,
  before: StoredSeries,
  after: StoredSeries,
  now: string,
): Promise<void> {
  const { id: seriesId, revision, endsAt } = after;
  const of = { brandId, payload: { seriesId } };
  if (after.isPaused && endsAt !== null)
    await scheduleWork(sql, [{ kind: endPausedWork, key: seriesId, dueAt: endsAt, ...of }]);
  if (!before.isPaused || after.isPaused) return;
  await scheduleRetroactive(sql, brandId, seriesId, now);
  const key = `${seriesId}:${revision}`;
  await scheduleWork(sql, [{ kind: unlockCollectedWork, key, dueAt: now, ...of }]);
}

/** An end that was set or moved while the series is paused. */
export async function scheduleAfterEdition(
  sql: Sql,
  brandId: string,
  { id: seriesId, isPaused, endsAt }: StoredSeries,
): Promise<void> {
  if (!isPaused || endsAt === null) return;
  await scheduleWork(sql, [
    { kind: endPausedWork, key: seriesId, brandId, payload: { seriesId }, dueAt: endsAt },
  ]);
}

/** There may be retroactive publishes to go on with. */
export async function scheduleRetroactive(
  sql: Sql,
  brandId: string,
  seriesId: string,
  now: string,
): Promise<void> {
  const work = { kind: unlockRetroactivelyWork, key: seriesId, brandId, payload: { seriesId }, dueAt: now };
  await scheduleWork(sql, [work]);
}
