import type { EventOf } from '@cairn/contracts/envelope';
import type { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { TouchedHome } from './touch-homes.js';

const selectVersions = `
  SELECT ambassador_id AS "ambassadorId", series_id AS "seriesId", version
  FROM progress WHERE ambassador_id = ANY($1::uuid[])`;

/** The revisions that are kept, a row an ambassador and series. */
export async function progressVersions(
  sql: Sql,
  ambassadorIds: readonly string[],
): Promise<{ ambassadorId: string; seriesId: string; version: number }[]> {
  return await sql.query(selectVersions, [ambassadorIds]);
}

const upsertProgress = `
  INSERT INTO progress (ambassador_id, series_id, brand_id, version, state)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (ambassador_id uuid, series_id uuid, brand_id uuid, version bigint, state jsonb)
  ORDER BY ambassador_id, series_id
  ON CONFLICT (ambassador_id, series_id) DO UPDATE SET version = excluded.version, state = excluded.state
  WHERE excluded.version > progress.version
  RETURNING ambassador_id AS "ambassadorId", brand_id AS "brandId"`;

/** Keeps where each ambassador stands in each series. One event a pair. @returns who changed. */
export async function saveProgress(
  sql: Sql,
  events: readonly EventOf<typeof progressChanged>[],
): Promise<TouchedHome[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ brandid, data, aggregateversion }) => ({
    ambassador_id: data.ambassadorId,
    series_id: data.seriesId,
    brand_id: brandid,
    version: aggregateversion,
    state: data,
  }));
  return await sql.query<TouchedHome>(upsertProgress, [JSON.stringify(rows)]);
}

const insertUnlocks = `
  INSERT INTO unlocks (id, brand_id, ambassador_id, series_id, cycle, tier_id, unlocked_at)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (id uuid, brand_id uuid, ambassador_id uuid, series_id uuid, cycle int, tier_id uuid, unlocked_at timestamptz)
  ORDER BY id
  ON CONFLICT (id) DO NOTHING
  RETURNING ambassador_id AS "ambassadorId", brand_id AS "brandId", true AS unlocked`;

/** Remembers unlocks; each happens once. @returns whose are new. */
export async function saveUnlocks(
  sql: Sql,
  events: readonly EventOf<typeof tierUnlocked>[],
): Promise<TouchedHome[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ brandid, data }) => ({
    id: data.unlockId,
    brand_id: brandid,
    ambassador_id: data.ambassadorId,
    series_id: data.series.id,
    cycle: data.cycle,
    tier_id: data.tier.id,
    unlocked_at: data.unlockedAt,
  }));
  return await sql.query<TouchedHome>(insertUnlocks, [JSON.stringify(rows)]);
}
