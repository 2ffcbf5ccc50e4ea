import { type Actor, actor } from '@cairn/contracts/events/audit-recorded';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Somebody who wants to connect a shop, until they come back from it. */
export interface ShopConnect {
  brandId: string;
  domain: string;
  actor: Actor;
}

const forget = 'DELETE FROM shop_connects WHERE expires_at < $1';
const insert = `
  INSERT INTO shop_connects (nonce_hash, brand_id, domain, actor, expires_at) VALUES ($1, $2, $3, $4, $5)`;

/** Keeps the hash of a nonce until `expiresAt`; those that are over go. */
export async function keepConnect(
  sql: Sql,
  nonceHash: string,
  connect: ShopConnect,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  await sql.query(forget, [now.toISOString()]);
  const { brandId, domain } = connect;
  await sql.query(insert, [
    nonceHash,
    brandId,
    domain,
    JSON.stringify(connect.actor),
    expiresAt.toISOString(),
  ]);
}

const take = `
  DELETE FROM shop_connects WHERE nonce_hash = $1 AND expires_at >= $2
  RETURNING brand_id AS "brandId", domain, actor`;

/** Uses a nonce up. Null for one that is unknown, used or over. */
export async function takeConnect(sql: Sql, nonceHash: string, now: Date): Promise<ShopConnect | null> {
  const [row] = await sql.query<ShopConnect>(take, [nonceHash, now.toISOString()]);
  return row === undefined ? null : { ...row, actor: actor.parse(row.actor) };
}
