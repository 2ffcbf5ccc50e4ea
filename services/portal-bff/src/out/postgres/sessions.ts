import type { Sql } from '@cairn/service-kit/postgres/sql';

/** An ambassador's session; `hash` is the SHA-256 of its token, hex. */
export interface AmbassadorSession {
  hash: string;
  brandId: string;
  ambassadorId: string;
  expiresAt: string;
}

const insert = `
  INSERT INTO sessions (hash, brand_id, ambassador_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`;

const deleteExpired = 'DELETE FROM sessions WHERE expires_at <= $1';

/** Also clears away what has expired. */
export async function insertSession(sql: Sql, session: AmbassadorSession, now: Date): Promise<void> {
  const { hash, brandId, ambassadorId, expiresAt } = session;
  await sql.query(deleteExpired, [now.toISOString()]);
  await sql.query(insert, [hash, brandId, ambassadorId, now.toISOString(), expiresAt]);
}

const select = `
  SELECT hash, brand_id AS "brandId", ambassador_id AS "ambassadorId", expires_at AS "expiresAt"
  FROM sessions WHERE hash = $1 AND expires_at > $2`;

export async function findSession(sql: Sql, hash: string, now: Date): Promise<AmbassadorSession | undefined> {
  const [row] = await sql.query<AmbassadorSession>(select, [hash, now.toISOString()]);
  return row;
}

export async function deleteSession(sql: Sql, hash: string): Promise<void> {
  await sql.query('DELETE FROM sessions WHERE hash = $1', [hash]);
}
