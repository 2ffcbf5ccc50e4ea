import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Of a counter that no Kafka partition has: what is done by a job. */
export const jobShard = -1;

const addParticipants = `
  INSERT INTO series_participants (series_id, shard, participants)
  SELECT series_id, $2, count(*) FROM unnest($1::uuid[]) AS series_id GROUP BY series_id ORDER BY series_id
  ON CONFLICT (series_id, shard) DO UPDATE SET
    participants = series_participants.participants + excluded.participants`;

/** Counts newcomers: their series' ids, one a newcomer. */
export async function countParticipants(
  sql: Sql,
  seriesIds: readonly string[],
  shard: number,
): Promise<void> {
  if (seriesIds.length > 0) await sql.query(addParticipants, [seriesIds, shard]);
}

export interface TierCount {
  seriesId: string;
  tierId: string;
  /** 1 for an unlock; −1 where a new cycle began without it. */
  by: number;
}

const addUnlocked = `
  INSERT INTO series_tier_counts (series_id, tier_id, shard, unlocked)
  SELECT series_id, tier_id, $4, sum(by) FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS row (series_id, tier_id, by)
  GROUP BY series_id, tier_id HAVING sum(by) <> 0 ORDER BY series_id, tier_id
  ON CONFLICT (series_id, tier_id, shard) DO UPDATE SET
    unlocked = series_tier_counts.unlocked + excluded.unlocked`;

export async function countTiers(sql: Sql, changes: readonly TierCount[], shard: number): Promise<void> {
  if (changes.length === 0) return;
  await sql.query(addUnlocked, [
    changes.map(change => change.seriesId),
    changes.map(change => change.tierId),
    changes.map(change => change.by),
    shard,
  ]);
}

/** sum() of bigint is numeric, which comes back as text. */
const selectParticipants = `
  SELECT coalesce(sum(participants), 0)::bigint AS participants FROM series_participants WHERE series_id = $1`;

const selectUnlocked = `
  SELECT tier_id AS "tierId", sum(unlocked)::bigint AS unlocked FROM series_tier_counts
  WHERE series_id = $1 GROUP BY tier_id`;

/** Of a series that was found by its brand: a dozen rows a tier, by the primary keys. */
export async function seriesCounts(
  sql: Sql,
  seriesId: string,
): Promise<{ participants: number; unlocked: ReadonlyMap<string, number> }> {
  const [counted] = await sql.query<{ participants: number }>(selectParticipants, [seriesId]);
  const tiers = await sql.query<{ tierId: string; unlocked: number }>(selectUnlocked, [seriesId]);
  return {
    participants: counted!.participants,
    unlocked: new Map(tiers.map(tier => [tier.tierId, tier.unlocked])),
  };
}
