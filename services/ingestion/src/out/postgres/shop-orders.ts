import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type OrderState, unknownOrder } from '../../domain/shop-order-state.js';

const lock = `
  INSERT INTO shop_orders (brand_id, order_id, state) VALUES ($1, $2, $3)
  ON CONFLICT (brand_id, order_id) DO UPDATE SET order_id = excluded.order_id RETURNING state`;

/** What is known of an order; nobody else hears of it until the commit. */
export async function lockOrder(sql: Sql, brandId: string, orderId: string): Promise<OrderState> {
  const [row] = await sql.query<{ state: OrderState }>(lock, [brandId, orderId, unknownOrder]);
  return row!.state;
}

const save = 'UPDATE shop_orders SET state = $3 WHERE brand_id = $1 AND order_id = $2';

export async function saveOrder(
  sql: Sql,
  brandId: string,
  orderId: string,
  state: OrderState,
): Promise<void> {
  await sql.query(save, [brandId, orderId, state]);
}
