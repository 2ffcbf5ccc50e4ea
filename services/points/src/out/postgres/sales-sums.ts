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
  const partsOf = (ranges: (segment: Segment) => Segment['days'][]) =>
    segments.flatMap((segment, index) =>
      ranges(segment)
        .filter(range => range.from !== range.to)
        .map(range => ({ index, range, ...segment })),
    );
  const ends = runsOf(partsOf(({ head, tail }) => [head, tail]));
  const days = runsOf(partsOf(segment => [segment.days]));
  const sums = segments.map(() => noSales);
  for (const { index, sum } of (
    await Promise.all([sumRuns(sql, ends, byTime), sumRuns(sql, days, byDay)])
  ).flat())
    sums[index] = plus(sums[index]!, sum);
  return sums;
}

/** A part of a segment, by its place among the segments. */
interface Part {
  index: number;
  range: Segment['days'];
  ambassadorId: string;
  currency: string;
}

/** Parts that follow each other are one range to be read, cut where they meet. */
function runsOf(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1);
    const follows = last?.ambassadorId === part.ambassadorId && last.range.to === part.range.from;
    if (follows) runs.at(-1)!.push(part);
    else runs.push([part]);
  }
  return runs;
}

/** By the primary key; `at` is what the cuts are compared with. */
const byTime = `
  SELECT occurred_at AS at, currency, counts::int AS sales, net AS amount FROM attributed_sales
  WHERE ambassador_id = run.ambassador_id AND occurred_at >= run.from_at AND occurred_at < run.to_at`;

const byDay = `
  SELECT day::timestamp AT TIME ZONE 'UTC' AS at, currency, sales, amount FROM sale_days
  WHERE ambassador_id = run.ambassador_id
    AND day >= (run.from_at AT TIME ZONE 'UTC')::date AND day < (run.to_at AT TIME ZONE 'UTC')::date`;

/** One read a run. OFFSET keeps Postgres from reading the cuts anew for each row. */
async function sumRuns(sql: Sql, runs: readonly Part[][], select: string) {
  if (runs.length === 0) return [];
  const set = unnest(runs, {
    ambassador_id: ['uuid', ([first]) => first!.ambassadorId],
    currency: ['text', ([first]) => first!.currency],
    from_at: ['timestamptz', ([first]) => instant(first!.range.from)],
    to_at: ['timestamptz', run => instant(run.at(-1)!.range.to)],
    cuts: ['text', run => `{${run.map(({ range }) => instant(range.from)).join(',')}}`],
  });
  const rows = await sql.query<{ run: number; part: number; count: string; amount: string }>(
    `SELECT run.place::int AS run, summed.* FROM (
       SELECT ${set.names.replace('cuts', 'cuts::timestamptz[]')}, place FROM ${set.from} OFFSET 0) AS run,
     LATERAL (
       SELECT width_bucket(at, run.cuts) AS part, sum(sales)::text AS count,
         coalesce(sum(amount) FILTER (WHERE part.currency = run.currency), 0)::text AS amount
       FROM (${select}) AS part GROUP BY 1) AS summed`,
    set.params,
  );
  return rows.map(({ run, part, count, amount }) => ({
    index: runs[run - 1]![part - 1]!.index,
    sum: { count: BigInt(count), amount: BigInt(amount) },
  }));
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
