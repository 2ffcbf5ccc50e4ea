import type { UnlockItem } from '@cairn/contracts/http/progress';
import type { Sql } from '@cairn/service-kit/postgres/sql';

export interface UnlockRow {
  unlockId: string;
  brandId: string;
  ambassadorId: string;
  seriesId: string;
  seriesVersion: number;
  cycle: number;
  tierId: string;
  threshold: number;
  entryId: string | null;
  unlockedAt: string;
}

const insert = `
  INSERT INTO unlocks (unlock_id, brand_id, ambassador_id, series_id, series_version, cycle, tier_id, threshold,
    entry_id, unlocked_at)
  SELECT unlock_id, brand_id, ambassador_id, series_id, series_version, cycle, tier_id, threshold, entry_id,
    unlocked_at
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::int[], $7::uuid[], $8::bigint[],
    $9::uuid[], $10::timestamptz[]) WITH ORDINALITY
    AS row (unlock_id, brand_id, ambassador_id, series_id, series_version, cycle, tier_id, threshold, entry_id,
      unlocked_at, place)
  ORDER BY place`;

/** In the order given, which their numbers keep. */
export async function insertUnlocks(sql: Sql, rows: readonly UnlockRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(insert, [
    rows.map(row => row.unlockId),
    rows.map(row => row.brandId),
    rows.map(row => row.ambassadorId),
    rows.map(row => row.seriesId),
    rows.map(row => row.seriesVersion),
    rows.map(row => row.cycle),
    rows.map(row => row.tierId),
    rows.map(row => row.threshold),
    rows.map(row => row.entryId),
    rows.map(row => row.unlockedAt),
  ]);
}

/** By unlocks_newest; names are those of the version that unlocked. */
const page = `
  SELECT u.number, u.cycle, u.unlocked_at AS "unlockedAt",
    jsonb_build_object('id', u.series_id, 'name', v.fields ->> 'name') AS series,
    jsonb_build_object('id', u.tier_id, 'name', (
      SELECT tier ->> 'name' FROM jsonb_array_elements(v.fields -> 'tiers') AS tier
      WHERE tier ->> 'id' = u.tier_id::text)) AS tier
  FROM unlocks u JOIN series_versions v ON v.series_id = u.series_id AND v.version = u.series_version
  WHERE u.brand_id = $1 AND u.ambassador_id = $2 AND ($3::bigint IS NULL OR u.number < $3)
  ORDER BY u.number DESC LIMIT $4`;

/** Newest first, from behind the number `after`; one more than `limit`. */
export async function selectUnlocks(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  after: number | null,
  limit: number,
): Promise<(UnlockItem & { number: number })[]> {
  return await sql.query(page, [brandId, ambassadorId, after, limit + 1]);
}
