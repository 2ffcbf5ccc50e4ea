import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { HomeRows } from '../../../domain/home/rows.js';

const rewardsShown = 100;

/** When the period of an action's limit began, in the brand's time zone; Postgres' weeks begin on Monday (2.1). */
const periodBegan = `
  CASE WHEN actions.state -> 'limit' ->> 'per' IN ('day', 'week', 'month')
    THEN date_trunc(actions.state -> 'limit' ->> 'per', $2::timestamptz, brands.timezone)
    ELSE '-infinity' END`;

/** One statement, so one snapshot: the revision is that of the very rows beside it. */
const selectHomes = `
  SELECT
    jsonb_build_object(
      'epoch', read_model.epoch, 'own', coalesce(home.revision, 0), 'brand', coalesce(brand_revisions.revision, 0),
      'unlock', coalesce(home.unlock_revision, 0), 'reward', coalesce(home.reward_revision, 0)) AS version,
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
    (SELECT coalesce(jsonb_agg(state || jsonb_build_object('used', (
        SELECT count(*) FROM deeds
        WHERE deeds.ambassador_id = a.id AND deeds.subject_id = actions.id AND deeds.holds
          AND deeds.occurred_at >= ${periodBegan})) ORDER BY actions.id), '[]')
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
  return await sql.query<HomeRows>(selectHomes, [ambassadorIds, now.toISOString()]);
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
