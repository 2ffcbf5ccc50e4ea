import type { EventOf } from '@cairn/contracts/envelope';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import { localDay } from '../../domain/local-day.js';
import { findTimezones } from '../../out/postgres/brands.js';
import { insertCodesAlerts } from '../../out/postgres/codes-alerts.js';

export const codesAlertWork = 'codes-alert';

/** What the work is told beside its brand. */
export const codesAlert = z.object({ poolId: z.uuid() });

/**
 * Schedules an alert for each code pool that left a grant waiting: one a pool and day of the brand, however many wait
 * (domain.md 4.3).
 * @param grants new states; one that is delivered again is none. A grant comes to wait once: rewards only takes those
 * there that are pending.
 */
export async function alertOfEmptyPools(
  sql: Sql,
  grants: readonly EventOf<typeof grantChanged>[],
  now: Date,
): Promise<void> {
  const empty = grants.flatMap(({ brandid, data: { status, reward } }) =>
    status === 'waiting_for_codes' && reward.type === 'discount_code' && reward.poolId !== undefined
      ? [{ brandId: brandid, poolId: reward.poolId }]
      : [],
  );
  if (empty.length === 0) return;
  const zones = await findTimezones(sql, [...new Set(empty.map(({ brandId }) => brandId))]);
  const alerts = empty.map(pool => ({ ...pool, day: localDay(now, zones.get(pool.brandId) ?? 'UTC') }));
  const added = await insertCodesAlerts(sql, alerts);
  await scheduleWork(
    sql,
    added.map(({ brandId, poolId, day }) => ({
      kind: codesAlertWork,
      key: `${brandId}:${poolId}:${day}`,
      brandId,
      payload: { poolId },
      dueAt: now.toISOString(),
    })),
  );
}
