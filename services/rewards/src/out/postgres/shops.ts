import type { ShopItem } from '@cairn/contracts/http/shop';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** A connected shop. */
export interface Shop {
  shopId: string;
  brandId: string;
  domain: string;
  currency: string;
}

export type ShopStatus = ShopItem['status'];

const lockBrand = `SELECT pg_advisory_xact_lock(hashtextextended('shops of ' || $1::uuid, 0))`;

/** A brand's shops are connected, lost and made primary one after the other. */
export async function lockShops(sql: Sql, brandId: string): Promise<void> {
  await sql.query(lockBrand, [brandId]);
}

const upsert = `
  INSERT INTO shops (shop_id, brand_id, domain, access_token, refresh_token, token_expires_at, currency, status,
    connected_at, orders_from)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'connected', $8, $8)
  ON CONFLICT (brand_id, domain) DO UPDATE SET
    access_token = excluded.access_token, refresh_token = excluded.refresh_token,
    token_expires_at = excluded.token_expires_at, currency = excluded.currency, status = 'connected',
    connected_at = excluded.connected_at, orders_from = coalesce(shops.orders_from, shops.connected_at)`;

export interface ConnectedShop extends Shop {
  /** Sealed. */
  accessToken: string;
  refreshToken: string | null;
  expiresAt: string | null;
}

/** A shop is connected, or again. */
export async function upsertShop(sql: Sql, shop: ConnectedShop, now: Date): Promise<void> {
  const { shopId, brandId, domain, accessToken, refreshToken, expiresAt, currency } = shop;
  const values = [shopId, brandId, domain, accessToken, refreshToken, expiresAt, currency];
  await sql.query(upsert, [...values, now.toISOString()]);
}

const elsewhere = `
  SELECT FROM shops WHERE domain = $1 AND status = 'connected' AND brand_id <> $2`;

/** Whether another brand is connected to it. */
export async function isElsewhere(sql: Sql, domain: string, brandId: string): Promise<boolean> {
  return (await sql.query(elsewhere, [domain, brandId])).length > 0;
}

const lose = `
  UPDATE shops SET status = $3, access_token = NULL, refresh_token = NULL, token_expires_at = NULL, is_primary = false
  WHERE brand_id = $1 AND shop_id = $2 AND status = 'connected' AND connected_at <= $4 RETURNING domain`;

/** Marks a shop that is connected since `before` or longer and forgets its token. @returns its domain; null where it was none. */
export async function loseShop(
  sql: Sql,
  brandId: string,
  shopId: string,
  status: Exclude<ShopStatus, 'connected'>,
  before: Date,
): Promise<string | null> {
  const [row] = await sql.query<{ domain: string }>(lose, [brandId, shopId, status, before.toISOString()]);
  return row?.domain ?? null;
}

const clearPrimary =
  'UPDATE shops SET is_primary = false WHERE brand_id = $1 AND is_primary AND shop_id <> $2';
const setPrimary = 'UPDATE shops SET is_primary = true WHERE brand_id = $1 AND shop_id = $2';

/** While {@link lockShops} is held. */
export async function makePrimary(sql: Sql, brandId: string, shopId: string): Promise<void> {
  await sql.query(clearPrimary, [brandId, shopId]);
  await sql.query(setPrimary, [brandId, shopId]);
}

const choosePrimary = `
  UPDATE shops SET is_primary = true
  WHERE NOT EXISTS (SELECT FROM shops WHERE brand_id = $1 AND is_primary) AND shop_id = (
    SELECT shop_id FROM shops WHERE brand_id = $1 AND status = 'connected' ORDER BY connected_at, shop_id LIMIT 1)`;

/** Where the brand has no primary shop, the one that is connected longest is; while {@link lockShops} is held. */
export async function settlePrimary(sql: Sql, brandId: string): Promise<void> {
  await sql.query(choosePrimary, [brandId]);
}

const selectItems = `
  SELECT shop_id AS id, domain, currency, status, is_primary AS "primary", connected_at AS "connectedAt",
    orders_pulled_to AS "ordersPulledAt"
  FROM shops WHERE brand_id = $1 ORDER BY is_primary DESC, status, connected_at DESC, shop_id`;

export async function shopItems(sql: Sql, brandId: string): Promise<ShopItem[]> {
  return await sql.query<ShopItem>(selectItems, [brandId]);
}

const columns = 'shop_id AS "shopId", brand_id AS "brandId", domain, currency';

const selectConnected = `
  SELECT ${columns} FROM shops WHERE brand_id = $1 AND status = 'connected'
  ORDER BY is_primary DESC, connected_at, shop_id`;

/** The shops that a brand is connected to, the primary one first. */
export async function connectedShops(sql: Sql, brandId: string): Promise<Shop[]> {
  return await sql.query<Shop>(selectConnected, [brandId]);
}

const selectShop = `
  SELECT ${columns} FROM shops WHERE brand_id = $1 AND shop_id = $2 AND status = 'connected'`;

export async function connectedShop(sql: Sql, brandId: string, shopId: string): Promise<Shop | null> {
  return (await sql.query<Shop>(selectShop, [brandId, shopId]))[0] ?? null;
}

const brandsWithoutShop = `
  SELECT b.brand_id AS "brandId" FROM brands b
  WHERE b.brand_id = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM shops s WHERE s.brand_id = b.brand_id)`;

export async function withoutShop(sql: Sql, brandIds: readonly string[]): Promise<string[]> {
  return (await sql.query<{ brandId: string }>(brandsWithoutShop, [brandIds])).map(row => row.brandId);
}

const upsertCustomer = `
  INSERT INTO shop_customers (shop_id, ambassador_id, brand_id, customer_gid, email) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (shop_id, ambassador_id) DO UPDATE SET customer_gid = excluded.customer_gid, email = excluded.email`;

export async function keepCustomer(
  sql: Sql,
  customer: { shopId: string; ambassadorId: string; brandId: string; gid: string; email: string },
): Promise<void> {
  const { shopId, ambassadorId, brandId, gid, email } = customer;
  await sql.query(upsertCustomer, [shopId, ambassadorId, brandId, gid, email]);
}
