import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { OrderState, RefundState } from '../../app/working-set.js';
import { keyOf } from '../../app/working-set.js';

export interface OrderRow {
  brandId: string;
  orderId: string;
  ambassadorId: string | null;
  awardId: string | null;
  refused: boolean;
  submissionId: string | null;
}

/** Locks the orders' rows in order, making those that are not there: a sale and its refunds meet here (2.9). */
export async function lockOrders(
  sql: Sql,
  orders: readonly { brandId: string; orderId: string }[],
): Promise<OrderRow[]> {
  if (orders.length === 0) return [];
  const distinct = [...new Map(orders.map(order => [keyOf(order.brandId, order.orderId), order])).values()];
  const set = unnest(distinct, {
    brand_id: ['uuid', row => row.brandId],
    order_id: ['text', row => row.orderId],
  });
  return await sql.query<OrderRow>(
    `INSERT INTO orders AS known (brand_id, order_id)
     SELECT brand_id, order_id FROM ${set.from} ORDER BY brand_id, order_id
     ON CONFLICT (brand_id, order_id) DO UPDATE SET refused = known.refused
     RETURNING brand_id AS "brandId", order_id AS "orderId", ambassador_id AS "ambassadorId", award_id AS "awardId",
       refused, submission_id AS "submissionId"`,
    set.params,
  );
}

/** The refunds not yet counted of orders that have no award, in the order accepted. */
export async function loadOpenRefunds(sql: Sql, orders: readonly OrderRow[]): Promise<RefundState[]> {
  return await loadRefunds(
    sql,
    orders.filter(order => order.awardId === null),
    true,
  );
}

/** The refunds that are counted against the awards of orders, likewise. */
export async function loadCountedRefunds(sql: Sql, orders: readonly OrderRow[]): Promise<RefundState[]> {
  return await loadRefunds(sql, orders, false);
}

async function loadRefunds(sql: Sql, orders: readonly OrderRow[], open: boolean): Promise<RefundState[]> {
  const set = unnest(orders, {
    brand_id: ['uuid', row => row.brandId],
    order_id: ['text', row => row.orderId],
  });
  const rows = await sql.query<
    Record<'brandId' | 'orderId' | 'eventId' | 'envelopeId', string> & RefundTimes
  >(
    `SELECT refunds.brand_id AS "brandId", refunds.order_id AS "orderId", event_id AS "eventId",
       envelope_id AS "envelopeId", net_amount AS "netAmount", occurred_at AS "occurredAt", accepted_at AS "acceptedAt"
     FROM refunds JOIN ${set.from} USING (brand_id, order_id)
     WHERE ${open ? 'open' : 'NOT open'} ORDER BY refunds.place`,
    set.params,
  );
  return rows.map(row => ({
    ...row,
    occurredAt: Date.parse(row.occurredAt),
    acceptedAt: Date.parse(row.acceptedAt),
    open,
  }));
}

interface RefundTimes {
  netAmount: number;
  occurredAt: string;
  acceptedAt: string;
}

/** By their key: an UPDATE … FROM would be a join, which Postgres plans over all of every partition. */
export async function saveOrders(sql: Sql, orders: readonly OrderState[]): Promise<void> {
  if (orders.length === 0) return;
  const set = unnest(orders, {
    brand_id: ['uuid', row => row.brandId],
    order_id: ['text', row => row.orderId],
    ambassador_id: ['uuid', row => row.award?.ambassadorId ?? null],
    award_id: ['uuid', row => row.award?.id ?? null],
    refused: ['boolean', row => row.refused],
    submission_id: ['uuid', row => row.submissionId],
  });
  await sql.query(
    `INSERT INTO orders (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, order_id
     ON CONFLICT (brand_id, order_id) DO UPDATE
     SET ambassador_id = excluded.ambassador_id, award_id = excluded.award_id, refused = excluded.refused,
       submission_id = excluded.submission_id`,
    set.params,
  );
}

export async function saveRefunds(sql: Sql, refunds: readonly RefundState[]): Promise<void> {
  if (refunds.length === 0) return;
  const set = unnest(refunds, {
    brand_id: ['uuid', row => row.brandId],
    order_id: ['text', row => row.orderId],
    event_id: ['text', row => row.eventId],
    envelope_id: ['uuid', row => row.envelopeId],
    net_amount: ['bigint', row => row.netAmount],
    occurred_at: ['timestamptz', row => new Date(row.occurredAt).toISOString()],
    accepted_at: ['timestamptz', row => new Date(row.acceptedAt).toISOString()],
    open: ['boolean', row => row.open],
  });
  await sql.query(
    `INSERT INTO refunds (${set.names})
     SELECT ${set.names} FROM ${set.from} ORDER BY place
     ON CONFLICT (brand_id, order_id, event_id) DO UPDATE SET open = excluded.open`,
    set.params,
  );
}
