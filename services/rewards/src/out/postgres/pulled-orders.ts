import type { Sql } from '@cairn/service-kit/postgres/sql';
import { pullOrders } from '../../domain/work.js';

const select = `
  SELECT orders_pulled_to AS "pulledTo", coalesce(orders_from, connected_at) AS "ordersFrom"
  FROM shops WHERE shop_id = $1`;

/** Up to when a shop's changed orders were pulled (null: never), and since when its orders count: it was connected first. */
export async function pullFrom(
  sql: Sql,
  shopId: string,
): Promise<{ pulledTo: Date | null; ordersFrom: Date }> {
  const [row] = await sql.query<{ pulledTo: string | null; ordersFrom: string }>(select, [shopId]);
  const { pulledTo, ordersFrom } = row!;
  return { pulledTo: pulledTo === null ? null : new Date(pulledTo), ordersFrom: new Date(ordersFrom) };
}

const update = `
  UPDATE shops SET orders_pulled_to = $2, orders_from = coalesce(orders_from, connected_at) WHERE shop_id = $1`;

/** @param to RFC 3339: when the pull began. */
export async function keepPulledTo(sql: Sql, shopId: string, to: string): Promise<void> {
  await sql.query(update, [shopId, to]);
}

const asked = `
  INSERT INTO due_work (kind, key, brand_id, payload, due_at) VALUES ($1, $2, $3, '{}', clock_timestamp())
  ON CONFLICT (kind, key) DO UPDATE SET due_at = least(due_work.due_at, clock_timestamp())`;

/** A connected shop's orders are looked for now; a pull that is under way goes on where it is. */
export async function pullNow(sql: Sql, brandId: string, shopId: string): Promise<void> {
  await sql.query(asked, [pullOrders, shopId, brandId]);
}
