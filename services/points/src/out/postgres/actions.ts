import type { ActionItem } from '@cairn/contracts/http/action';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const columns = `action_id AS id, program_id AS "programId", category, name, points,
  CASE WHEN limit_count IS NOT NULL THEN jsonb_build_object('count', limit_count, 'per', limit_per) END AS "limit",
  review, disclosure_required AS "disclosureRequired", archived, created_at AS "createdAt", revision`;

const insert = `
  INSERT INTO actions (action_id, brand_id, program_id, category, name, points, limit_count, limit_per, review,
    disclosure_required, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING ${columns}`;

export async function insertAction(
  sql: Sql,
  brandId: string,
  action: Omit<ActionItem, 'archived' | 'revision'>,
): Promise<ActionItem> {
  const { id, programId, category, name, points, limit, review, disclosureRequired, createdAt } = action;
  const kind = [id, brandId, programId, category, name, points];
  const rules = [limit?.count ?? null, limit?.per ?? null, review, disclosureRequired, createdAt];
  const [row] = await sql.query<ActionItem>(insert, [...kind, ...rules]);
  return row!;
}

const select = `SELECT ${columns} FROM actions WHERE brand_id = $1 AND action_id = $2`;

export async function selectAction(sql: Sql, brandId: string, id: string): Promise<ActionItem | undefined> {
  return (await sql.query<ActionItem>(select, [brandId, id]))[0];
}

export async function lockAction(sql: Sql, brandId: string, id: string): Promise<ActionItem | undefined> {
  return (await sql.query<ActionItem>(`${select} FOR UPDATE`, [brandId, id]))[0];
}

const update = `
  UPDATE actions SET category = $3, name = $4, points = $5, limit_count = $6, limit_per = $7, review = $8,
    disclosure_required = $9, archived = $10, revision = revision + 1
  WHERE brand_id = $1 AND action_id = $2 RETURNING ${columns}`;

export async function updateActionRow(sql: Sql, brandId: string, action: ActionItem): Promise<ActionItem> {
  const { id, category, name, points, limit, review, disclosureRequired, archived } = action;
  const rules = [limit?.count ?? null, limit?.per ?? null, review, disclosureRequired, archived];
  const [row] = await sql.query<ActionItem>(update, [brandId, id, category, name, points, ...rules]);
  return row!;
}

const page = `
  SELECT ${columns} FROM actions
  WHERE brand_id = $1 AND archived = $2 AND ($3::uuid IS NULL OR program_id = $3)
    AND ($4::uuid IS NULL OR action_id < $4)
  ORDER BY action_id DESC LIMIT $5`;

/** Newest first, from behind the id `after`. */
export async function selectActions(
  sql: Sql,
  brandId: string,
  search: { programId: string | undefined; archived: boolean; after: string | null; limit: number },
): Promise<ActionItem[]> {
  const { programId = null, archived, after, limit } = search;
  return await sql.query<ActionItem>(page, [brandId, archived, programId, after, limit]);
}
