import type { Sql } from '@cairn/service-kit/postgres/sql';

/** A mailed sign-in link; `hash` is the SHA-256 of its token, hex. */
export interface MagicLink {
  hash: string;
  brandId: string;
  ambassadorId: string;
  requestedAt: string;
  expiresAt: string;
}

const insert = `
  INSERT INTO magic_links (hash, brand_id, ambassador_id, requested_at, expires_at) VALUES ($1, $2, $3, $4, $5)`;

/** An hour's links are kept for the limit; older ones that have expired are cleared away. */
const deleteOld = `DELETE FROM magic_links WHERE expires_at <= $1::timestamptz - interval '1 hour'`;

export async function insertMagicLink(sql: Sql, link: MagicLink): Promise<void> {
  await sql.query(deleteOld, [link.requestedAt]);
  await sql.query(insert, [link.hash, link.brandId, link.ambassadorId, link.requestedAt, link.expiresAt]);
}

const countOthers = `
  SELECT count(DISTINCT requested_at) AS count FROM magic_links
  WHERE ambassador_id = $1 AND requested_at > $2::timestamptz - interval '1 hour' AND requested_at <> $2`;

/** Other requests of the ambassador that got a link within the hour before this one. */
export async function countOtherRequests(
  sql: Sql,
  ambassadorId: string,
  requestedAt: string,
): Promise<number> {
  const [row] = await sql.query<{ count: number }>(countOthers, [ambassadorId, requestedAt]);
  return row?.count ?? 0;
}

const use = `
  UPDATE magic_links SET used_at = $2 WHERE hash = $1 AND used_at IS NULL AND expires_at > $2
  RETURNING brand_id AS "brandId", ambassador_id AS "ambassadorId"`;

/** Uses a link up, whoever comes first. Undefined where it was used, has expired, or never was. */
export async function consumeMagicLink(
  sql: Sql,
  hash: string,
  now: Date,
): Promise<{ brandId: string; ambassadorId: string } | undefined> {
  const [row] = await sql.query<{ brandId: string; ambassadorId: string }>(use, [hash, now.toISOString()]);
  return row;
}
