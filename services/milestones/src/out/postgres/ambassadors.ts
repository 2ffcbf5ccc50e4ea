import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Ambassador } from '../../domain/ambassador.js';
import { membershipsOf } from './memberships.js';

export interface StoredAmbassador extends Ambassador {
  /** Counts changes: the ETag. */
  revision: number;
}

type Row = Omit<StoredAmbassador, 'memberships'>;

const columns =
  'a.id, a.external_id AS "externalId", a.name, a.email, a.code, a.timezone, a.locale, a.address';

const rowsOf = `
  unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[])
    AS row (id, external_id, name, email, code, timezone, locale, address)`;

function arraysOf(people: readonly Ambassador[]): unknown[] {
  return [
    people.map(person => person.id),
    people.map(person => person.externalId),
    people.map(person => person.name),
    people.map(person => person.email),
    people.map(person => person.code),
    people.map(person => person.timezone),
    people.map(person => person.locale),
    people.map(person => (person.address === null ? null : JSON.stringify(person.address))),
  ];
}

const insert = `
  INSERT INTO ambassadors (id, brand_id, external_id, name, email, code, timezone, locale, address,
    created_at, updated_at)
  SELECT id, $9, external_id, name, email, code, timezone, locale, address, $10, $10
  FROM ${rowsOf} ORDER BY email`;

/** @throws a unique violation where somebody has one of the keys; app/duplicates.ts names it. */
export async function insertAmbassadors(
  sql: Sql,
  brandId: string,
  people: readonly Ambassador[],
  at: string,
): Promise<void> {
  if (people.length > 0) await sql.query(insert, [...arraysOf(people), brandId, at]);
}

const update = `
  UPDATE ambassadors a SET external_id = row.external_id, name = row.name, email = row.email, code = row.code,
    timezone = row.timezone, locale = row.locale, address = row.address, updated_at = $10,
    revision = revision + 1
  FROM ${rowsOf} WHERE a.brand_id = $9 AND a.id = row.id`;

/** Only of locked rows. @throws a unique violation, as {@link insertAmbassadors}. */
export async function updateAmbassadors(
  sql: Sql,
  brandId: string,
  people: readonly Ambassador[],
  at: string,
): Promise<void> {
  if (people.length > 0) await sql.query(update, [...arraysOf(people), brandId, at]);
}

const selectOne = `SELECT ${columns}, a.revision FROM ambassadors a WHERE a.brand_id = $1 AND a.id = $2`;

export async function selectAmbassador(
  sql: Sql,
  brandId: string,
  id: string,
): Promise<StoredAmbassador | undefined> {
  return (await complete(sql, await sql.query<Row>(selectOne, [brandId, id])))[0];
}

const lockOne = `${selectOne} FOR NO KEY UPDATE`;

export async function lockAmbassador(
  sql: Sql,
  brandId: string,
  id: string,
): Promise<StoredAmbassador | undefined> {
  return (await complete(sql, await sql.query<Row>(lockOne, [brandId, id])))[0];
}

const lockMany = `
  SELECT a.brand_id AS "brandId", ${columns}, a.revision
  FROM unnest($1::uuid[], $2::uuid[]) AS asked (brand_id, id) JOIN ambassadors a USING (brand_id, id)
  ORDER BY a.id FOR NO KEY UPDATE OF a`;

/** Locks ambassadors of any brands in id order; whom nobody enrolled is left out. */
export async function lockAmbassadors(
  sql: Sql,
  of: readonly { brandId: string; ambassadorId: string }[],
): Promise<(StoredAmbassador & { brandId: string })[]> {
  const params = [of.map(one => one.brandId), of.map(one => one.ambassadorId)];
  return await complete(sql, await sql.query<Row & { brandId: string }>(lockMany, params));
}

const touch = `
  UPDATE ambassadors SET updated_at = $3, revision = revision + 1 WHERE brand_id = $1 AND id = ANY($2::uuid[])`;

/** Locked ambassadors whose memberships changed. */
export async function touchAmbassadors(
  sql: Sql,
  brandId: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  if (ids.length > 0) await sql.query(touch, [brandId, ids, at]);
}

/** By ambassadors_external_id, ambassadors_email and ambassadors_code; locked in id order. */
const lockByKeys = `
  SELECT ${columns}, a.revision FROM ambassadors a
  WHERE a.id IN (
    SELECT id FROM ambassadors WHERE brand_id = $1 AND external_id = ANY($2::text[])
    UNION SELECT id FROM ambassadors WHERE brand_id = $1 AND email = ANY($3::text[])
    UNION SELECT id FROM ambassadors WHERE brand_id = $1 AND lower(code COLLATE "C") = ANY($4::text[]))
  ORDER BY a.id FOR NO KEY UPDATE`;

/** Everybody who has one of these keys; e-mails and codes case-folded. */
export async function lockAmbassadorsByKeys(
  sql: Sql,
  brandId: string,
  keys: { externalIds: readonly string[]; emails: readonly string[]; codes: readonly string[] },
): Promise<StoredAmbassador[]> {
  const rows = await sql.query<Row>(lockByKeys, [brandId, keys.externalIds, keys.emails, keys.codes]);
  return await complete(sql, rows);
}

export interface AmbassadorFilter {
  externalId: string | null;
  /** Case-folded. */
  email: string | null;
  /** Case-folded. */
  code: string | null;
  /** Who is in it now. */
  programId: string | null;
}

/** Planned anew with each call's values, so that a filter that is null costs nothing and one that is not is indexed. */
const page = `
  SELECT ${columns}, a.revision FROM ambassadors a
  WHERE a.brand_id = $1
    AND ($2::text IS NULL OR a.external_id = $2)
    AND ($3::text IS NULL OR a.email = $3)
    AND ($4::text IS NULL OR lower(a.code COLLATE "C") = $4)
    AND ($5::uuid IS NULL OR EXISTS (
      SELECT 1 FROM memberships m WHERE m.program_id = $5 AND m.ambassador_id = a.id AND m.valid_to IS NULL))
    AND ($6::uuid IS NULL OR a.id < $6)
  ORDER BY a.id DESC LIMIT $7`;

/** Newest first, from behind the id `after`; one more than `limit`. */
export async function selectAmbassadors(
  sql: Sql,
  brandId: string,
  filter: AmbassadorFilter,
  after: string | null,
  limit: number,
): Promise<StoredAmbassador[]> {
  const { externalId, email, code, programId } = filter;
  return await complete(
    sql,
    await sql.query<Row>(page, [brandId, externalId, email, code, programId, after, limit + 1]),
  );
}

async function complete<Read extends Row>(
  sql: Sql,
  rows: readonly Read[],
): Promise<(Read & StoredAmbassador)[]> {
  const memberships = await membershipsOf(
    sql,
    rows.map(row => row.id),
  );
  return rows.map(row => ({ ...row, memberships: memberships.get(row.id) ?? [] }));
}
