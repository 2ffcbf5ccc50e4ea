import type { Sql } from '@cairn/service-kit/postgres/sql';

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
