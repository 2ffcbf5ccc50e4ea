import type { ApiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';

export interface KeyHolder {
  brandId: string;
  scopes: ApiKeyScope[];
  maxEventAgeDays: number;
}

const selectHolder = `
  SELECT brand_id AS "brandId", scopes, max_event_age_days AS "maxEventAgeDays"
  FROM api_keys JOIN brands USING (brand_id)
  WHERE hash = $1 AND NOT revoked`;

/** Who a key belongs to, by its SHA-256; read each time, because a revoked key ends when its revocation has answered. */
export async function findKeyHolder(sql: Sql, hash: string): Promise<KeyHolder | undefined> {
  return (await sql.query<KeyHolder>(selectHolder, [hash]))[0];
}
