import type { EventOf } from '@cairn/contracts/envelope';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Those that the database has are not forgotten. */
const insert = `
  INSERT INTO recalled_unlocks (unlock_id, brand_id, unlocked_at)
  SELECT unlock_id, brand_id, unlocked_at
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::timestamptz[])
    AS row (unlock_id, brand_id, ambassador_id, series_id, cycle, tier_id, unlocked_at)
  WHERE NOT EXISTS (
    SELECT FROM unlocks u
    WHERE u.brand_id = row.brand_id AND u.ambassador_id = row.ambassador_id AND u.series_id = row.series_id
      AND u.cycle = row.cycle AND u.tier_id = row.tier_id)
  ORDER BY unlock_id
  ON CONFLICT DO NOTHING`;

/** Keeps when tiers unlocked that this database has forgotten; of one that is told twice the first holds. */
export async function keepUnlockInstants(
  sql: Sql,
  events: readonly EventOf<typeof tierUnlocked>[],
): Promise<void> {
  if (events.length === 0) return;
  await sql.query(insert, [
    events.map(({ data }) => data.unlockId),
    events.map(event => event.brandid),
    events.map(({ data }) => data.ambassadorId),
    events.map(({ data }) => data.series.id),
    events.map(({ data }) => data.cycle),
    events.map(({ data }) => data.tier.id),
    events.map(({ data }) => data.unlockedAt),
  ]);
}

const take = `
  DELETE FROM recalled_unlocks WHERE unlock_id = ANY($1::uuid[])
  RETURNING unlock_id AS "unlockId", unlocked_at AS "unlockedAt"`;

/** When unlocks that come now came before a restore, by their ids; none in ordinary life. */
export async function takeUnlockInstants(
  sql: Sql,
  unlockIds: readonly string[],
): Promise<Map<string, string>> {
  if (unlockIds.length === 0) return new Map();
  const rows = await sql.query<{ unlockId: string; unlockedAt: string }>(take, [unlockIds]);
  return new Map(rows.map(({ unlockId, unlockedAt }) => [unlockId, new Date(unlockedAt).toISOString()]));
}
