import { limitWindow } from '@cairn/contracts/limit-window';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { HomeRows } from '../../../domain/home/rows.js';

const rewardsShown = 100;

/** Awards that hold a place of an action's limit in the period that runs now (2.1); $2: `PeriodStarts`. */
const used = `
  CASE WHEN jsonb_typeof(actions.state -> 'limit') = 'object' THEN (
    SELECT count(*) FROM deeds
    WHERE deeds.ambassador_id = a.id AND deeds.subject_id = actions.id AND deeds.holds
      AND deeds.occurred_at >= coalesce(
        ($2::jsonb -> brands.timezone ->> (actions.state -> 'limit' ->> 'per'))::timestamptz, '-infinity'))
  ELSE 0 END`;

/** One statement, so one snapshot: the revision is that of the very rows beside it. */
const selectHomes = `
  SELECT
    jsonb_build_object(
      'epoch', read_model.epoch, 'own', coalesce(home.revision, 0), 'brand', coalesce(brand_revisions.revision, 0),
      'unlock', coalesce(home.unlock_revision, 0), 'reward', coalesce(home.reward_revision, 0)) AS version,
    (extract(epoch FROM home.accepted_at) * 1000)::float8 AS "acceptedAt",
    jsonb_build_object(
      'name', brands.name, 'slug', brands.slug, 'accent', brands.accent, 'landingUrl', brands.landing_url,
      'currency', brands.currency,
      'currencyExponent', brands.currency_exponent, 'timezone', brands.timezone,
      'disclosureTags', brands.disclosure_tags) AS brand,
    jsonb_build_object(
      'id', a.id, 'brandId', a.brand_id, 'name', a.name, 'code', a.code, 'link', a.link, 'timezone', a.timezone,
      'memberships', a.memberships) AS ambassador,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', state ->> 'name')), '[]')
      FROM programs WHERE id = ANY (a.program_ids)) AS programs,
    (SELECT coalesce(jsonb_agg(state), '[]')
      FROM series WHERE brand_id = a.brand_id AND program_ids && a.program_ids) AS series,
    (SELECT coalesce(jsonb_agg(state), '[]')
      FROM referral_rules WHERE program_id = ANY (a.program_ids)) AS rules,
    (SELECT coalesce(jsonb_agg(state || jsonb_build_object('used', ${used}) ORDER BY actions.id), '[]')
      FROM actions WHERE program_id = ANY (a.program_ids) AND NOT archived) AS actions,
    (SELECT coalesce(jsonb_agg(state || jsonb_build_object('steps', (
        SELECT coalesce(jsonb_agg(DISTINCT deeds.activity), '[]') FROM deeds
        WHERE deeds.ambassador_id = a.id AND deeds.subject_id = campaigns.id AND deeds.holds))
        ORDER BY campaigns.id), '[]')
      FROM campaigns WHERE brand_id = a.brand_id AND program_ids && a.program_ids AND NOT archived) AS campaigns,
    (SELECT coalesce(jsonb_agg(state || jsonb_build_object('version', version)), '[]')
      FROM progress WHERE ambassador_id = a.id) AS progress,
    CASE WHEN balances.ambassador_id IS NOT NULL THEN jsonb_build_object(
      'available', balances.available, 'pending', balances.pending, 'version', balances.version,
      'pendingUntil', to_char(balances.pending_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    END AS balance,
    (SELECT coalesce(jsonb_agg(state ORDER BY occurred_at DESC, event_id DESC), '[]')
      FROM activity WHERE ambassador_id = a.id) AS activity,
    (SELECT coalesce(jsonb_agg(state ORDER BY at DESC, id DESC), '[]') FROM (
      SELECT * FROM grants WHERE ambassador_id = a.id ORDER BY at DESC, id DESC LIMIT ${rewardsShown}) AS newest
    ) AS grants
  FROM ambassadors AS a
    JOIN brands ON brands.id = a.brand_id
    CROSS JOIN read_model
    LEFT JOIN home ON home.ambassador_id = a.id
    LEFT JOIN brand_revisions ON brand_revisions.brand_id = a.brand_id
    LEFT JOIN balances ON balances.ambassador_id = a.id
  WHERE a.id = ANY ($1::uuid[])`;

/** Everything the homes of these ambassadors are composed from; whoever is not known is left out. */
export async function loadHomeRows(
  sql: Sql,
  ambassadorIds: readonly string[],
  now: Date,
): Promise<HomeRows[]> {
  const starts = await periodStarts(sql, ambassadorIds, now.getTime());
  return await sql.query<HomeRows>(selectHomes, [ambassadorIds, JSON.stringify(starts)]);
}

/** By time zone and period. */
type PeriodStarts = Record<string, Record<string, string>>;

/** Not by `date_trunc`: a zone that Postgres does not know would fail the homes of every brand in the batch. */
async function periodStarts(sql: Sql, ambassadorIds: readonly string[], at: number): Promise<PeriodStarts> {
  const rows = await sql.query<{ timezone: string }>(
    `SELECT DISTINCT brands.timezone FROM brands JOIN ambassadors AS a ON a.brand_id = brands.id
     WHERE a.id = ANY ($1::uuid[])`,
    [ambassadorIds],
  );
  return Object.fromEntries(rows.map(({ timezone }) => [timezone, startsIn(timezone, at)]));
}

function startsIn(timezone: string, at: number): Record<string, string> {
  const start = (per: 'day' | 'week' | 'month') =>
    new Date(limitWindow(per, at, timezone).from!).toISOString();
  return { day: start('day'), week: start('week'), month: start('month') };
}

const selectRevisions = `
  SELECT home.ambassador_id AS id, home.revision + coalesce(brand_revisions.revision, 0) AS revision
  FROM home LEFT JOIN brand_revisions USING (brand_id)
  WHERE home.ambassador_id = ANY ($1::uuid[])`;

/** Where these homes stand, without reading them. */
export async function homeRevisions(
  sql: Sql,
  ambassadorIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; revision: number }>(selectRevisions, [ambassadorIds]);
  return new Map(rows.map(row => [row.id, row.revision]));
}
