import type { Sql } from '@cairn/service-kit/postgres/sql';

/** An ambassador's session; `hash` is the SHA-256 of its token, hex. */
export interface AmbassadorSession {
  hash: string;
  brandId: string;
  ambassadorId: string;
  expiresAt: string;
}

const insert = `
  INSERT INTO sessions (hash, brand_id, ambassador_id, created_at, expires_at, made_from)
  VALUES ($1, $2, $3, $4, $5, $6)`;

const deleteExpired = 'DELETE FROM sessions WHERE expires_at <= $1';

/**
 * Also clears away what has expired.
 * @param madeFrom hash of the session that it ends with; that one must be locked.
 */
export async function insertSession(
  sql: Sql,
  session: AmbassadorSession,
  madeFrom: string | null,
  now: Date,
): Promise<void> {
  const { hash, brandId, ambassadorId, expiresAt } = session;
  await sql.query(deleteExpired, [now.toISOString()]);
  await sql.query(insert, [hash, brandId, ambassadorId, now.toISOString(), expiresAt, madeFrom]);
}

const select = `
  SELECT hash, brand_id AS "brandId", ambassador_id AS "ambassadorId", expires_at AS "expiresAt"
  FROM sessions WHERE hash = $1 AND expires_at > $2`;

export async function findSession(sql: Sql, hash: string, now: Date): Promise<AmbassadorSession | undefined> {
  const [row] = await sql.query<AmbassadorSession>(select, [hash, now.toISOString()]);
  return row;
}

/** As {@link findSession}; until the commit nobody ends it. */
export async function lockSession(sql: Sql, hash: string, now: Date): Promise<AmbassadorSession | undefined> {
  const [row] = await sql.query<AmbassadorSession>(`${select} FOR KEY SHARE`, [hash, now.toISOString()]);
  return row;
}

/** One that is made from them meanwhile goes by the foreign key. */
const deleteWithMade = `
  WITH RECURSIVE ended AS (
    SELECT hash FROM sessions WHERE hash = $1
    UNION SELECT made.hash FROM sessions AS made JOIN ended ON made.made_from = ended.hash)
  DELETE FROM sessions WHERE hash IN (SELECT hash FROM ended) RETURNING hash`;

/** Ends a session and all that were made from it, directly or not. @returns their hashes. */
export async function deleteSession(sql: Sql, hash: string): Promise<string[]> {
  const rows = await sql.query<{ hash: string }>(deleteWithMade, [hash]);
  return rows.map(row => row.hash);
}
