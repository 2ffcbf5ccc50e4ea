import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { OrderState, RefundState } from '../../app/working-set.js';
import { keyOf } from '../../app/working-set.js';

interface OrderColumns {
  brandId: string;
  orderId: string;
  ambassadorId: string | null;
  awardId: string | null;
  refused: boolean;
  submissionId: string | null;
  saleAmbassadorId: string | null;
  saleAt: string | null;
  saleAcceptedAt: string | null;
  saleNetAmount: number | null;
  saleCurrency: string | null;
}

/** An order as it is stored; see {@link OrderState}. */
export type OrderRow = Pick<OrderState, 'brandId' | 'orderId' | 'refused' | 'submissionId' | 'sale'> & {
  ambassadorId: string | null;
  awardId: string | null;
};

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
  const rows = await sql.query<OrderColumns>(
    `INSERT INTO orders AS known (brand_id, order_id)
     SELECT brand_id, order_id FROM ${set.from} ORDER BY brand_id, order_id
     ON CONFLICT (brand_id, order_id) DO UPDATE SET refused = known.refused
     RETURNING brand_id AS "brandId", order_id AS "orderId", ambassador_id AS "ambassadorId", award_id AS "awardId",
       refused, submission_id AS "submissionId", sale_ambassador_id AS "saleAmbassadorId", sale_at AS "saleAt",
       sale_accepted_at AS "saleAcceptedAt", sale_net_amount AS "saleNetAmount", sale_currency AS "saleCurrency"`,
    set.params,
  );
  return rows.map(orderOf);
}

function orderOf({
  brandId,
  orderId,
  ambassadorId,
  awardId,
  refused,
  submissionId,
  ...row
}: OrderColumns): OrderRow {
  const { saleAmbassadorId, saleAt, saleAcceptedAt, saleNetAmount, saleCurrency } = row;
  const sale =
    saleAmbassadorId === null
      ? null
      : {
          ambassadorId: saleAmbassadorId,
          occurredAt: Date.parse(saleAt!),
          acceptedAt: Date.parse(saleAcceptedAt!),
          netAmount: saleNetAmount!,
          currency: saleCurrency!,
        };
  return { brandId, orderId, ambassadorId, awardId, refused, submissionId, sale };
}

/** Every known refund of orders, in the order accepted. */
export async function loadRefunds(sql: Sql, orders: readonly OrderRow[]): Promise<RefundState[]> {
  const set = unnest(orders, {
    brand_id: ['uuid', row => row.brandId],
    order_id: ['text', row => row.orderId],
  });
  const rows = await sql.query<
    Record<'brandId' | 'orderId' | 'eventId' | 'envelopeId', string> & RefundTimes
  >(
    `SELECT refunds.brand_id AS "brandId", refunds.order_id AS "orderId", event_id AS "eventId",
       envelope_id AS "envelopeId", net_amount AS "netAmount", occurred_at AS "occurredAt", accepted_at AS "acceptedAt",
       open
     FROM refunds JOIN ${set.from} USING (brand_id, order_id)
     ORDER BY refunds.place`,
    set.params,
  );
  return rows.map(row => ({
    ...row,
    occurredAt: Date.parse(row.occurredAt),
    acceptedAt: Date.parse(row.acceptedAt),
  }));
}

interface RefundTimes {
  netAmount: number;
  occurredAt: string;
  acceptedAt: string;
  open: boolean;
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
    sale_ambassador_id: ['uuid', row => row.sale?.ambassadorId ?? null],
    sale_at: ['timestamptz', row => instant(row.sale?.occurredAt)],
    sale_accepted_at: ['timestamptz', row => instant(row.sale?.acceptedAt)],
    sale_net_amount: ['bigint', row => row.sale?.netAmount ?? null],
    sale_currency: ['text', row => row.sale?.currency ?? null],
  });
  await sql.query(
    `INSERT INTO orders (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, order_id
     ON CONFLICT (brand_id, order_id) DO UPDATE
     SET ambassador_id = excluded.ambassador_id, award_id = excluded.award_id, refused = excluded.refused,
       submission_id = excluded.submission_id, sale_ambassador_id = excluded.sale_ambassador_id,
       sale_at = excluded.sale_at, sale_accepted_at = excluded.sale_accepted_at,
       sale_net_amount = excluded.sale_net_amount, sale_currency = excluded.sale_currency`,
    set.params,
  );
}

function instant(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
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
