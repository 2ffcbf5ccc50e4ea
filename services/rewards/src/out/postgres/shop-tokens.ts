import type { Sql } from '@cairn/service-kit/postgres/sql';

/** A shop's tokens as they are stored: sealed. */
export interface StoredTokens {
  shopId: string;
  brandId: string;
  /** Null where the shop is not connected. */
  accessToken: string | null;
  /** Null for a token that does not expire. */
  refreshToken: string | null;
  /** RFC 3339. */
  expiresAt: string | null;
}

const columns = `
  shop_id AS "shopId", brand_id AS "brandId", access_token AS "accessToken", refresh_token AS "refreshToken",
  token_expires_at AS "expiresAt"`;

export async function tokensOf(sql: Sql, shopId: string): Promise<StoredTokens | null> {
  return (
    (await sql.query<StoredTokens>(`SELECT ${columns} FROM shops WHERE shop_id = $1`, [shopId]))[0] ?? null
  );
}

/** As {@link tokensOf}; whoever else refreshes them waits. */
export async function lockTokens(sql: Sql, shopId: string): Promise<StoredTokens | null> {
  const rows = await sql.query<StoredTokens>(
    `SELECT ${columns} FROM shops WHERE shop_id = $1 AND status = 'connected' FOR UPDATE`,
    [shopId],
  );
  return rows[0] ?? null;
}

const store = `
  UPDATE shops SET access_token = $2, refresh_token = $3, token_expires_at = $4 WHERE shop_id = $1`;

export async function storeTokens(sql: Sql, tokens: Omit<StoredTokens, 'brandId'>): Promise<void> {
  await sql.query(store, [tokens.shopId, tokens.accessToken, tokens.refreshToken, tokens.expiresAt]);
}

const old = `
  SELECT ${columns} FROM shops
  WHERE access_token IS NOT NULL AND NOT starts_with(access_token, $1) ORDER BY shop_id FOR UPDATE`;

/** Those that are not encrypted under the key whose tokens begin like this, locked. */
export async function lockOldTokens(sql: Sql, prefix: string): Promise<StoredTokens[]> {
  return await sql.query<StoredTokens>(old, [prefix]);
}
