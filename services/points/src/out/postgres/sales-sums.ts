import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import { asOfWindow, countNone, type SumSales } from '../../app/sales-book.js';
import { type Segment, segmentsOf, windowSums } from '../../app/sales-segments.js';
import { type WantedSales, windowKey } from '../../app/wanted-sales.js';
import { type EarlierSale, noSales, plus, type SalesInWindow } from '../../domain/earlier-sales.js';

/**
 * What is recorded of ambassadors' sales in windows, as seen from each window's end (domain.md 2.6); done under their
 * accounts, so that nobody records one meanwhile. Windows of one ambassador share what they overlap in, so that each
 * sale and each day is read once, however many sales are judged at a time.
 */
export async function sumSales(sql: Sql, wanted: readonly WantedSales[]): Promise<SumSales> {
  if (wanted.length === 0) return countNone;
  const segments = segmentsOf(wanted);
  const [sums, refunded] = await Promise.all([sumSegments(sql, segments), loadRefundedLater(sql, wanted)]);
  const current = windowSums(wanted, segments, sums);
  const known = new Map(
    wanted.map((of, index) => [
      windowKey(of.ambassadorId, of.window),
      asOfWindow(current[index]!, refunded.get(of.ambassadorId) ?? [], of.window, of.currency),
    ]),
  );
  return (ambassadorId, window) => {
    const sum = known.get(windowKey(ambassadorId, window));
    if (sum === undefined) throw new Error('sales were not summed in this window');
    return sum;
  };
}

/** Whole days by their sums, what is left at both ends by its sales; a part that is empty is not asked for. */
async function sumSegments(sql: Sql, segments: readonly Segment[]): Promise<SalesInWindow[]> {
  const parts = segments.flatMap((segment, index) =>
    [segment.head, segment.days, segment.tail]
      .filter(range => range.from !== range.to)
      .map(range => ({ index, range, segment, isDays: range === segment.days })),
  );
  const [ends, days] = [parts.filter(part => !part.isDays), parts.filter(part => part.isDays)];
  const summed = await Promise.all([sumParts(sql, ofEnds, ends), sumParts(sql, ofDays, days)]);
  const sums = segments.map(() => noSales);
  summed.forEach((of, which) => {
    (which === 0 ? ends : days).forEach(({ index }, place) => {
      sums[index] = plus(sums[index]!, of[place]!);
    });
  });
  return sums;
}

interface Part {
  range: { from: number | null; to: number };
  segment: Segment;
}

const ofEnds = `
  SELECT currency, counts::int AS sales, net AS amount FROM attributed_sales
  WHERE ambassador_id = row.ambassador_id AND occurred_at >= row.from_at AND occurred_at < row.to_at`;

const ofDays = `
  SELECT currency, sales, amount FROM sale_days
  WHERE ambassador_id = row.ambassador_id
    AND day >= (row.from_at AT TIME ZONE 'UTC')::date AND day < (row.to_at AT TIME ZONE 'UTC')::date`;

/** @param select the sales or days of one range, by the primary key. */
async function sumParts(sql: Sql, select: string, parts: readonly Part[]): Promise<SalesInWindow[]> {
  if (parts.length === 0) return [];
  const set = unnest(parts, {
    ambassador_id: ['uuid', ({ segment }) => segment.ambassadorId],
    currency: ['text', ({ segment }) => segment.currency],
    from_at: ['timestamptz', ({ range }) => instant(range.from)],
    to_at: ['timestamptz', ({ range }) => instant(range.to)],
  });
  const rows = await sql.query<{ count: string; amount: string }>(
    `SELECT summed.count::text, summed.amount::text FROM ${set.from}, LATERAL (
       SELECT coalesce(sum(part.sales), 0) AS count,
         coalesce(sum(part.amount) FILTER (WHERE part.currency = row.currency), 0) AS amount
       FROM (${select}) AS part) AS summed
     ORDER BY row.place`,
    set.params,
  );
  return rows.map(({ count, amount }) => ({ count: BigInt(count), amount: BigInt(amount) }));
}

/**
 * Each ambassador's sales that were refunded at or after the earliest of their windows' ends, with all of their refunds;
 * by the index attributed_sales_refunded. Where sales are judged as they happen, there are none.
 */
async function loadRefundedLater(
  sql: Sql,
  wanted: readonly WantedSales[],
): Promise<Map<string, EarlierSale[]>> {
  const ends = new Map<string, { first: number; last: number }>();
  for (const { ambassadorId, window } of wanted) {
    const known = ends.get(ambassadorId) ?? { first: window.to, last: window.to };
    ends.set(ambassadorId, {
      first: Math.min(known.first, window.to),
      last: Math.max(known.last, window.to),
    });
  }
  const set = unnest([...ends], {
    ambassador_id: ['uuid', ([id]) => id],
    first_end: ['timestamptz', ([, { first }]) => instant(first)],
    last_end: ['timestamptz', ([, { last }]) => instant(last)],
  });
  const rows = await sql.query<RefundedRow>(
    `SELECT sale.ambassador_id AS "ambassadorId", sale.occurred_at AS "occurredAt", sale.currency,
       sale.net_amount AS "netAmount",
       (SELECT json_agg(json_build_object('netAmount', net_amount, 'occurredAt', occurred_at))
        FROM refunds WHERE refunds.brand_id = sale.brand_id AND refunds.order_id = sale.order_id) AS refunds
     FROM ${set.from} CROSS JOIN LATERAL (
       SELECT * FROM attributed_sales
       WHERE ambassador_id = row.ambassador_id AND last_refund_at >= row.first_end AND occurred_at < row.last_end
     ) AS sale`,
    set.params,
  );
  const sales = rows.map(row => ({
    ...row,
    occurredAt: Date.parse(row.occurredAt),
    refunds: row.refunds.map(refund => ({ ...refund, occurredAt: Date.parse(refund.occurredAt) })),
  }));
  return Map.groupBy(sales, sale => sale.ambassadorId);
}

interface RefundedRow {
  ambassadorId: string;
  occurredAt: string;
  currency: string;
  netAmount: number;
  refunds: { netAmount: number; occurredAt: string }[];
}

function instant(at: number | null): string {
  return at === null ? '-infinity' : new Date(at).toISOString();
}
