import type { AttributionView, Touch } from '@cairn/contracts/http/attribution';
import type { ShopOrder } from '@cairn/contracts/shop-order';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Attribution } from '../../domain/attribution.js';

const insert = `
  INSERT INTO attributions (brand_id, order_id, order_name, shop_domain, placed_at, method, decided_at, ambassador_id,
    evidence, customer_id, customer_email_hash, net_amount)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** Stores a decision, once; while the order is locked. @param decidedAt RFC 3339 */
export async function keepAttribution(
  sql: Sql,
  brandId: string,
  order: ShopOrder,
  { method, ambassadorId, evidence }: Attribution,
  decidedAt: string,
): Promise<void> {
  const { orderId, name, shopDomain, placedAt, customerId, customerEmailHash, netAmount } = order;
  await sql.query(insert, [
    ...[brandId, orderId, name, shopDomain, placedAt, method, decidedAt, ambassadorId],
    ...[evidence, customerId, customerEmailHash, netAmount],
  ]);
}

const updateNet = 'UPDATE attributions SET net_amount = $3 WHERE brand_id = $1 AND order_id = $2';

/** @param netAmount minor units, less refunds and edits */
export async function keepNetAmount(
  sql: Sql,
  brandId: string,
  orderId: string,
  netAmount: number,
): Promise<void> {
  await sql.query(updateNet, [brandId, orderId, netAmount]);
}

const selectViews = `
  SELECT order_id AS "orderId", order_name AS "orderName", shop_domain AS "shopDomain", method,
    decided_at AS "decidedAt", ambassador_id AS "ambassadorId", evidence
  FROM attributions WHERE brand_id = $1 AND order_id = ANY($2::text[])`;

export async function findAttributions(
  sql: Sql,
  brandId: string,
  orderIds: readonly string[],
): Promise<AttributionView[]> {
  return await sql.query<AttributionView>(selectViews, [brandId, orderIds]);
}

export interface EarlierOrder {
  orderId: string;
  ambassadorId: string;
}

/** One index each: a buyer is known by the shop's number of theirs, or by their e-mail's hash. */
const earlierBy = (column: string, param: string) => `(
  SELECT order_id, ambassador_id, placed_at FROM attributions
  WHERE brand_id = $1 AND ${column} = ${param} AND placed_at >= $4 AND placed_at < $5
  ORDER BY placed_at DESC LIMIT 1)`;

const selectEarlier = `
  SELECT order_id AS "orderId", ambassador_id AS "ambassadorId"
  FROM (${earlierBy('customer_id', '$2')} UNION ALL ${earlierBy('customer_email_hash', '$3')}) AS earlier
  ORDER BY placed_at DESC, order_id LIMIT 1`;

/** The same buyer's latest order of [from, the order), where it was somebody's. */
export async function findEarlier(
  sql: Sql,
  brandId: string,
  { customerId, customerEmailHash, placedAt }: ShopOrder,
  from: Date,
): Promise<EarlierOrder | null> {
  const params = [brandId, customerId, customerEmailHash, from.toISOString(), placedAt];
  return (await sql.query<EarlierOrder>(selectEarlier, params))[0] ?? null;
}

export interface CreditedOrder {
  orderId: string;
  placedAt: string;
  ambassadorId: string;
  netAmount: number;
  touches: Pick<Touch, 'at' | 'ambassadorId'>[];
}

const selectPage = `
  SELECT order_id AS "orderId", placed_at AS "placedAt", ambassador_id AS "ambassadorId",
    net_amount::float8 AS "netAmount", evidence->'touches' AS touches
  FROM attributions
  WHERE brand_id = $1 AND placed_at >= $2 AND placed_at < $3 AND (placed_at, order_id) > ($4, $5)
  ORDER BY placed_at, order_id LIMIT $6`;

/** Orders placed in [from, to) after one of them, oldest first. */
export async function listCredited(
  sql: Sql,
  brandId: string,
  period: { from: string; to: string },
  after: { placedAt: string; orderId: string },
  most: number,
): Promise<CreditedOrder[]> {
  const { from, to } = period;
  return await sql.query<CreditedOrder>(selectPage, [brandId, from, to, after.placedAt, after.orderId, most]);
}
