import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { RecordedSale, SalesChanges } from '../../app/sales-book.js';
import { worthOf } from '../../domain/earlier-sales.js';

/** What changed of the recorded sales and of their sums by day; done under the ambassadors' accounts. */
export async function saveSales(sql: Sql, { removed, saved, days }: SalesChanges): Promise<void> {
  await Promise.all([removeSales(sql, removed), upsertSales(sql, saved), addToDays(sql, days)]);
}

const place = {
  ambassador_id: ['uuid', (row: RecordedSale) => row.ambassadorId],
  occurred_at: ['timestamptz', (row: RecordedSale) => new Date(row.occurredAt).toISOString()],
  order_id: ['text', (row: RecordedSale) => row.orderId],
} as const;

async function removeSales(sql: Sql, sales: readonly RecordedSale[]): Promise<void> {
  if (sales.length === 0) return;
  const set = unnest(sales, place);
  await sql.query(
    `DELETE FROM attributed_sales USING ${set.from}
     WHERE attributed_sales.ambassador_id = row.ambassador_id AND attributed_sales.occurred_at = row.occurred_at
       AND attributed_sales.order_id = row.order_id`,
    set.params,
  );
}

async function upsertSales(sql: Sql, sales: readonly RecordedSale[]): Promise<void> {
  if (sales.length === 0) return;
  const rows = sales.map(sale => ({ ...sale, ...worthOf(sale, null) }));
  const set = unnest(rows, {
    ...place,
    brand_id: ['uuid', row => row.brandId],
    currency: ['text', row => row.currency],
    net_amount: ['bigint', row => row.netAmount],
    net: ['bigint', row => row.net.toString()],
    counts: ['boolean', row => row.counts],
    last_refund_at: ['timestamptz', row => lastOf(row.refunds)],
  });
  await sql.query(
    `INSERT INTO attributed_sales (${set.names})
     SELECT ${set.names} FROM ${set.from} ORDER BY ambassador_id, occurred_at, order_id
     ON CONFLICT (ambassador_id, occurred_at, order_id) DO UPDATE SET
       currency = excluded.currency, net_amount = excluded.net_amount, net = excluded.net, counts = excluded.counts,
       last_refund_at = excluded.last_refund_at`,
    set.params,
  );
}

async function addToDays(sql: Sql, days: SalesChanges['days']): Promise<void> {
  if (days.length === 0) return;
  const set = unnest(days, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    day: ['date', row => row.day],
    currency: ['text', row => row.currency],
    brand_id: ['uuid', row => row.brandId],
    sales: ['bigint', row => row.sales.toString()],
    amount: ['numeric', row => row.amount.toString()],
  });
  await sql.query(
    `INSERT INTO sale_days AS known (${set.names})
     SELECT ${set.names} FROM ${set.from} ORDER BY ambassador_id, day, currency
     ON CONFLICT (ambassador_id, day, currency) DO UPDATE SET
       sales = known.sales + excluded.sales, amount = known.amount + excluded.amount`,
    set.params,
  );
}

function lastOf(refunds: RecordedSale['refunds']): string | null {
  return refunds.length === 0
    ? null
    : new Date(Math.max(...refunds.map(refund => refund.occurredAt))).toISOString();
}
