import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { SeriesFields } from '../../domain/series-draft.js';

/** A version by which ambassadors gain tiers that they have not, or go on from the top. */
export interface GainedBy {
  fields: Pick<SeriesFields, 'tiers' | 'completion'>;
  /** Whoever is at the top already is promoted too (domain/edition.ts). */
  promotesTop: boolean;
  /** Those whose retroactive publishes are behind up to it are left out. */
  version: number;
}

/*
 * Who gains, as domain/progress.ts has it for one. $3 and $4: the tiers; $5 and $7: the lowest and the highest threshold;
 * $8: the cycle before which whoever is at the top begins another, null where none does. Participants are found by
 * progress_of_series, what they have by the key of unlocks.
 */
const has = `
  SELECT FROM unlocks u
  WHERE u.brand_id = $1 AND u.ambassador_id = p.ambassador_id AND u.series_id = $2 AND u.cycle = p.cycle
    AND u.tier_id = t.id`;

const begins = 'coalesce(p.points >= $7::bigint AND p.cycle < $8::int, false)';

/** In a cycle that begins nothing is unlocked yet; of several it is the first that has most points. $9: carried over. */
const inNextCycle = `($9::boolean AND ${begins} AND p.points - $7::bigint >= t.threshold)`;

const countTiers = `
  WITH t AS (SELECT * FROM unnest($3::uuid[], $4::bigint[]) AS tier (id, threshold)),
  p AS MATERIALIZED (
    SELECT ambassador_id, cycle, points FROM progress
    WHERE brand_id = $1 AND series_id = $2 AND points >= $5::bigint AND version < $6::int)
  SELECT id, count(*)::int AS ambassadors FROM (
    SELECT t.id FROM p JOIN t ON p.points >= t.threshold AND NOT ${inNextCycle} WHERE NOT EXISTS (${has})
    UNION ALL
    SELECT t.id FROM p JOIN t ON ${inNextCycle}
  ) AS gained GROUP BY id`;

/** How many ambassadors would gain each tier, in one cycle or several; tiers that nobody gains are left out. */
export async function countGaining(
  sql: Sql,
  brandId: string,
  seriesId: string,
  by: GainedBy,
): Promise<Map<string, number>> {
  const { completion } = by.fields;
  const carriesOver = completion.kind === 'repeat' && completion.carryOver;
  const params = [...paramsOf(brandId, seriesId, by), carriesOver];
  const rows = await sql.query<{ id: string; ambassadors: number }>(countTiers, params);
  return new Map(rows.map(row => [row.id, row.ambassadors]));
}

/**
 * $9: whoever is at the top is promoted. Of so many participants ($11) at a time, so that a statement is short however few
 * of them gain.
 */
const selectNext = `
  WITH p AS MATERIALIZED (
    SELECT ambassador_id, cycle, points, version FROM progress
    WHERE brand_id = $1 AND series_id = $2 AND ($10::uuid IS NULL OR ambassador_id > $10)
    ORDER BY ambassador_id LIMIT $11),
  g AS MATERIALIZED (
    SELECT ARRAY(
      SELECT p.ambassador_id FROM p
      WHERE p.points >= $5::bigint AND p.version < $6::int
        AND (${begins} OR ($9::boolean AND p.points >= $7::bigint) OR EXISTS (
          SELECT FROM unnest($3::uuid[], $4::bigint[]) AS t (id, threshold)
          WHERE t.threshold <= p.points AND NOT EXISTS (${has})))
      ORDER BY p.ambassador_id LIMIT $12) AS gaining),
  looked AS (
    SELECT p.ambassador_id FROM p, g
    WHERE cardinality(g.gaining) < $12 OR p.ambassador_id <= g.gaining[cardinality(g.gaining)])
  SELECT gaining, (SELECT count(*)::int FROM looked) AS looked,
    (SELECT ambassador_id FROM looked ORDER BY ambassador_id DESC LIMIT 1) AS last,
    cardinality(gaining) < $12 AND (SELECT count(*) FROM p) < $11 AS "isEnd"
  FROM g`;

export interface NextToSettle {
  /** Those who gain, in id order. */
  gaining: string[];
  /** How many participants were looked at, up to the last who gains where that is the limit. */
  looked: number;
  /** The last of them; null where there was none. */
  last: string | null;
  /** Nobody is left behind them. */
  isEnd: boolean;
}

/** Of the next `look` participants behind `after`, in id order, those who gain, at most `limit` of them. */
export async function nextToSettle(
  sql: Sql,
  brandId: string,
  seriesId: string,
  by: GainedBy,
  after: string | null,
  { look, limit }: { look: number; limit: number },
): Promise<NextToSettle> {
  const params = [...paramsOf(brandId, seriesId, by), by.promotesTop, after, look, limit];
  return (await sql.query<NextToSettle>(selectNext, params))[0]!;
}

/** $4: the top tier; $6: whoever gains it is promoted. */
const countTop = `
  SELECT count(*)::int AS completing FROM progress p
  WHERE p.brand_id = $1 AND p.series_id = $2 AND p.points >= $3::bigint
    AND (coalesce(p.cycle < $5::int, false) OR $7::boolean OR ($6::boolean AND NOT EXISTS (
      SELECT FROM unlocks u
      WHERE u.brand_id = $1 AND u.ambassador_id = p.ambassador_id AND u.series_id = $2 AND u.cycle = p.cycle
        AND u.tier_id = $4)))`;

/**
 * How many would go on from the top: begin another cycle, or be promoted, unless they have left the series' programs
 * meanwhile.
 */
export async function countCompleting(
  sql: Sql,
  brandId: string,
  seriesId: string,
  { fields: { tiers, completion }, promotesTop }: GainedBy,
): Promise<number> {
  if (completion.kind === 'stay') return 0;
  const top = tiers.at(-1)!;
  const promotes = completion.kind === 'promote';
  const rows = await sql.query<{ completing: number }>(countTop, [
    brandId,
    seriesId,
    top.threshold,
    top.id,
    cyclesBefore(completion),
    promotes,
    promotesTop,
  ]);
  return rows[0]!.completing;
}

/** $1 to $8. */
function paramsOf(brandId: string, seriesId: string, { fields, version }: GainedBy): unknown[] {
  const { tiers, completion } = fields;
  return [
    brandId,
    seriesId,
    tiers.map(tier => tier.id),
    tiers.map(tier => tier.threshold),
    tiers[0]!.threshold,
    version,
    tiers.at(-1)!.threshold,
    cyclesBefore(completion),
  ];
}

/** The greatest int where there is no limit. */
function cyclesBefore(completion: SeriesFields['completion']): number | null {
  return completion.kind === 'repeat' ? (completion.maxCycles ?? 2_147_483_647) : null;
}
