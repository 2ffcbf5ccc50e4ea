import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { TouchedHome } from './touch-homes.js';

const upsertAmbassadors = `
  INSERT INTO ambassadors
    (id, brand_id, version, external_id, name, email, code, link, timezone, memberships, program_ids)
  SELECT id, brand_id, version, external_id, name, email, code, link, timezone, memberships,
    ARRAY(SELECT DISTINCT (membership ->> 'programId')::uuid FROM jsonb_array_elements(memberships) AS membership)
  FROM jsonb_to_recordset($1::jsonb) AS row
    (id uuid, brand_id uuid, version bigint, external_id text, name text, email text, code text, link text,
     timezone text, memberships jsonb)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, external_id = excluded.external_id, name = excluded.name, email = excluded.email,
    code = excluded.code, link = excluded.link, timezone = excluded.timezone,
    memberships = excluded.memberships, program_ids = excluded.program_ids
  WHERE excluded.version > ambassadors.version
  RETURNING id AS "ambassadorId", brand_id AS "brandId"`;

/** Keeps the copy of each ambassador. One event an ambassador. @returns who changed. */
export async function saveAmbassadors(
  sql: Sql,
  events: readonly EventOf<typeof ambassadorChanged>[],
): Promise<TouchedHome[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ brandid, data, aggregateversion }) => ({
    id: data.ambassadorId,
    brand_id: brandid,
    version: aggregateversion,
    external_id: data.externalId,
    name: data.name,
    email: data.email,
    code: data.code,
    link: data.link,
    timezone: data.timezone,
    memberships: data.memberships,
  }));
  return await sql.query<TouchedHome>(upsertAmbassadors, [JSON.stringify(rows)]);
}

export interface KnownAmbassador {
  id: string;
  name: string;
  email: string;
}

const selectById = 'SELECT id, name, email FROM ambassadors WHERE brand_id = $1 AND id = $2';

/** Undefined for nobody of this brand. */
export async function findAmbassador(
  sql: Sql,
  brandId: string,
  id: string,
): Promise<KnownAmbassador | undefined> {
  const [row] = await sql.query<KnownAmbassador>(selectById, [brandId, id]);
  return row;
}

const selectNames = 'SELECT id, name FROM ambassadors WHERE brand_id = $1 AND id = ANY ($2::uuid[])';

/** The names of those that are known, by id. */
export async function ambassadorNames(
  sql: Sql,
  brandId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; name: string }>(selectNames, [brandId, ids]);
  return new Map(rows.map(row => [row.id, row.name]));
}

const selectByEmail = 'SELECT id, name, email FROM ambassadors WHERE brand_id = $1 AND email = $2 LIMIT 1';

/** By the case-folded e-mail (domain.md 1.3). */
export async function findAmbassadorByEmail(
  sql: Sql,
  brandId: string,
  email: string,
): Promise<KnownAmbassador | undefined> {
  const [row] = await sql.query<KnownAmbassador>(selectByEmail, [brandId, email]);
  return row;
}

const selectBalance = `
  SELECT coalesce(balances.available, 0) AS available, coalesce(balances.pending, 0) AS pending,
    coalesce(balances.version, 0) AS version
  FROM ambassadors LEFT JOIN balances ON balances.ambassador_id = ambassadors.id
  WHERE ambassadors.brand_id = $1 AND ambassadors.id = $2`;

/** Points, and the ledger's `seq` that they include. Undefined for nobody of this brand. */
export async function findBalance(sql: Sql, brandId: string, id: string) {
  const [row] = await sql.query<{ available: number; pending: number; version: number }>(selectBalance, [
    brandId,
    id,
  ]);
  return row;
}
