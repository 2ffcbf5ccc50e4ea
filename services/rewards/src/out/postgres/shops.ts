import type { ShopItem } from '@cairn/contracts/http/shop';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Shop } from './issue-facts.js';

const insert = `
  INSERT INTO shops (shop_id, brand_id, domain, access_token, currency, status, connected_at)
  VALUES ($1, $2, $3, $4, $5, 'connected', $6)
  ON CONFLICT (brand_id) DO NOTHING RETURNING shop_id`;

/** @returns false where the brand has a shop already. */
export async function insertShop(sql: Sql, shop: Shop, now: Date): Promise<boolean> {
  const rows = await sql.query(insert, [
    shop.shopId,
    shop.brandId,
    shop.domain,
    shop.accessToken,
    shop.currency,
    now.toISOString(),
  ]);
  return rows.length === 1;
}

const selectShops = `
  SELECT shop_id AS id, domain, status, connected_at AS "connectedAt"
  FROM shops WHERE brand_id = $1 ORDER BY connected_at DESC, shop_id`;

export async function shopsOf(sql: Sql, brandId: string): Promise<ShopItem[]> {
  return await sql.query<ShopItem>(selectShops, [brandId]);
}

const selectShop = `
  SELECT shop_id AS "shopId", brand_id AS "brandId", domain, access_token AS "accessToken", currency
  FROM shops WHERE brand_id = $1 AND status = 'connected'`;

/** The shop that a brand is connected to. */
export async function shopOf(sql: Sql, brandId: string): Promise<Shop | null> {
  const [shop] = await sql.query<Shop>(selectShop, [brandId]);
  return shop ?? null;
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
