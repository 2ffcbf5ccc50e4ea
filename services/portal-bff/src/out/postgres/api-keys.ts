import type { ApiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** An API key without its secret; `hash` is the SHA-256 of the key, hex. */
export interface ApiKey {
  id: string;
  brandId: string;
  name: string;
  hash: string;
  scopes: ApiKeyScope[];
  createdAt: string;
  revokedAt: string | null;
}

const columns = `
  id, brand_id AS "brandId", name, hash, scopes, created_at AS "createdAt", revoked_at AS "revokedAt"`;

const insert = `
  INSERT INTO api_keys (id, brand_id, name, hash, scopes, created_at) VALUES ($1, $2, $3, $4, $5, $6)`;

export async function insertApiKey(sql: Sql, key: ApiKey): Promise<void> {
  await sql.query(insert, [key.id, key.brandId, key.name, key.hash, key.scopes, key.createdAt]);
}

const selectByHash = `SELECT ${columns} FROM api_keys WHERE hash = $1 AND revoked_at IS NULL`;

/** A key that is in force. */
export async function findApiKey(sql: Sql, hash: string): Promise<ApiKey | undefined> {
  const [row] = await sql.query<ApiKey>(selectByHash, [hash]);
  return row;
}

const selectKeys = `
  SELECT ${columns} FROM api_keys
  WHERE brand_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
  ORDER BY created_at DESC, id DESC LIMIT $4`;

/** The newest `limit` keys before the cursor's (createdAt, id). */
export async function listApiKeys(
  sql: Sql,
  brandId: string,
  before: readonly [string, string] | null,
  limit: number,
): Promise<ApiKey[]> {
  return await sql.query<ApiKey>(selectKeys, [brandId, before?.[0], before?.[1], limit]);
}

const revoke = `
  UPDATE api_keys SET revoked_at = coalesce(revoked_at, $3) WHERE brand_id = $1 AND id = $2 RETURNING ${columns}`;

/** The first revocation's time stays. Undefined for no key of this brand. */
export async function revokeApiKey(
  sql: Sql,
  brandId: string,
  id: string,
  now: Date,
): Promise<ApiKey | undefined> {
  const [row] = await sql.query<ApiKey>(revoke, [brandId, id, now.toISOString()]);
  return row;
}
