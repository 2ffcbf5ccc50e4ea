import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';

const selectRefs = `
  SELECT ref, ambassador_id AS "ambassadorId" FROM ambassador_refs WHERE brand_id = $1 AND ref = ANY($2::text[])`;

/** @returns ambassador ids by reference, where known. */
export async function findAmbassadors(
  sql: Sql,
  brandId: string,
  refs: readonly string[],
): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map();
  const rows = await sql.query<{ ref: string; ambassadorId: string }>(selectRefs, [brandId, refs]);
  return new Map(rows.map(row => [row.ref, row.ambassadorId]));
}

const selectHints = `
  SELECT order_id AS "orderId", message_key AS "messageKey" FROM order_hints
  WHERE brand_id = $1 AND order_id = ANY($2::text[])`;

/** @returns message keys by order, where a sale of it went by. */
export async function findHints(
  sql: Sql,
  brandId: string,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map();
  const rows = await sql.query<{ orderId: string; messageKey: string }>(selectHints, [brandId, orderIds]);
  return new Map(rows.map(row => [row.orderId, row.messageKey]));
}

export interface Hint {
  brandId: string;
  orderId: string;
  messageKey: string;
}

/** The first key stands: the order's refunds follow its first sale. */
export async function saveHints(sql: Sql, hints: readonly Hint[]): Promise<void> {
  if (hints.length === 0) return;
  const first = new Map<string, Hint>();
  for (const hint of hints) {
    const order = `${hint.brandId}:${hint.orderId}`;
    if (!first.has(order)) first.set(order, hint);
  }
  const set = unnest([...first.values()], {
    brand_id: ['uuid', row => row.brandId],
    order_id: ['text', row => row.orderId],
    message_key: ['text', row => row.messageKey],
  });
  await sql.query(
    `INSERT INTO order_hints (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, order_id
     ON CONFLICT DO NOTHING`,
    set.params,
  );
}
