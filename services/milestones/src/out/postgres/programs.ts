import type { programItem } from '@cairn/contracts/http/program';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { z } from 'zod';

export type Program = z.infer<typeof programItem>;

const columns = `id, name, category, commission_rate AS "commissionRate", hold_days AS "holdDays", revision`;

const insert = `
  INSERT INTO programs (id, brand_id, name, category, commission_rate, hold_days, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`;

export async function insertProgram(sql: Sql, brandId: string, program: Program, at: string): Promise<void> {
  const { id, name, category, commissionRate, holdDays } = program;
  await sql.query(insert, [id, brandId, name, category, commissionRate, holdDays, at]);
}

const lock = `SELECT ${columns} FROM programs WHERE brand_id = $1 AND id = $2 FOR NO KEY UPDATE`;

export async function lockProgram(sql: Sql, brandId: string, id: string): Promise<Program | undefined> {
  return (await sql.query<Program>(lock, [brandId, id]))[0];
}

const update = `
  UPDATE programs SET name = $3, category = $4, commission_rate = $5, hold_days = $6, updated_at = $7,
    revision = revision + 1
  WHERE brand_id = $1 AND id = $2 RETURNING ${columns}`;

export async function updateProgramRow(
  sql: Sql,
  brandId: string,
  program: Program,
  at: string,
): Promise<Program> {
  const { id, name, category, commissionRate, holdDays } = program;
  const [row] = await sql.query<Program>(update, [brandId, id, name, category, commissionRate, holdDays, at]);
  return row!;
}

const page = `
  SELECT ${columns} FROM programs
  WHERE brand_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`;

/** Newest first, from behind the id `after`; one more than `limit`, which tells whether there is a next page. */
export async function selectPrograms(
  sql: Sql,
  brandId: string,
  after: string | null,
  limit: number,
): Promise<Program[]> {
  return await sql.query<Program>(page, [brandId, after, limit + 1]);
}

const names = 'SELECT id, name FROM programs WHERE brand_id = $1 AND id = ANY($2::uuid[]) ORDER BY id';

/** Those of the ids that are programs of the brand. */
export async function programNames(
  sql: Sql,
  brandId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return await sql.query(names, [brandId, ids]);
}

/** Does not stand in the way of new memberships, which only need the program to stay. */
const lockMany = `${names} FOR NO KEY UPDATE`;

/** Locks programs in id order, so that what is published for them is decided one at a time. */
export async function lockPrograms(sql: Sql, brandId: string, ids: readonly string[]): Promise<string[]> {
  return (await sql.query<{ id: string }>(lockMany, [brandId, ids])).map(row => row.id);
}
