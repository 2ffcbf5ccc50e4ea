import type { EventOf } from '@cairn/contracts/envelope';
import type { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import type { referralRuleChanged } from '@cairn/contracts/events/catalog/referral-rule-changed';
import type { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';

type Touched = { brandId: string };

const upsertPrograms = `
  INSERT INTO programs (id, brand_id, version, state)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, brand_id uuid, version bigint, state jsonb)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state
  WHERE excluded.version > programs.version
  RETURNING brand_id AS "brandId"`;

/** One event a program. @returns the brands whose ambassadors see something new. */
export async function savePrograms(
  sql: Sql,
  events: readonly EventOf<typeof programChanged>[],
): Promise<string[]> {
  const rows = events.map(event => ({ id: event.data.programId, ...copyOf(event), state: event.data }));
  return await brandsOf(sql, upsertPrograms, rows);
}

const upsertSeries = `
  INSERT INTO series (id, brand_id, version, program_ids, state)
  SELECT id, brand_id, version,
    ARRAY(SELECT program::uuid FROM jsonb_array_elements_text(state -> 'programIds') AS program), state
  FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, brand_id uuid, version bigint, state jsonb)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, program_ids = excluded.program_ids, state = excluded.state
  WHERE excluded.version > series.version
  RETURNING brand_id AS "brandId"`;

/** One event a series; the tiers' mails are not kept, nobody reads them here. @returns as {@link savePrograms}. */
export async function saveSeries(
  sql: Sql,
  events: readonly EventOf<typeof seriesChanged>[],
): Promise<string[]> {
  const rows = events.map(event => ({
    id: event.data.seriesId,
    ...copyOf(event),
    state: { ...event.data, tiers: event.data.tiers.map(tier => ({ ...tier, email: null })) },
  }));
  return await brandsOf(sql, upsertSeries, rows);
}

const upsertRules = `
  INSERT INTO referral_rules (program_id, brand_id, version, state)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, brand_id uuid, version bigint, state jsonb)
  ORDER BY id
  ON CONFLICT (program_id) DO UPDATE SET version = excluded.version, state = excluded.state
  WHERE excluded.version > referral_rules.version
  RETURNING brand_id AS "brandId"`;

/** One event a program. @returns as {@link savePrograms}. */
export async function saveReferralRules(
  sql: Sql,
  events: readonly EventOf<typeof referralRuleChanged>[],
): Promise<string[]> {
  const rows = events.map(event => ({ id: event.data.programId, ...copyOf(event), state: event.data }));
  return await brandsOf(sql, upsertRules, rows);
}

function copyOf(event: { brandid: string; aggregateversion?: number | undefined }) {
  return { brand_id: event.brandid, version: event.aggregateversion };
}

async function brandsOf(sql: Sql, statement: string, rows: readonly unknown[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const touched = await sql.query<Touched>(statement, [JSON.stringify(rows)]);
  return touched.map(row => row.brandId);
}
