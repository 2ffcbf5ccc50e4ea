import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type JudgedSale, type SaleCursor, salesJudgedBefore } from '../out/postgres/judged-sales.js';
import { judge } from './judge.js';
import { attribute } from './sale-judgement.js';
import { keyOf } from './working-set.js';

export const recordSalesWork = 'record-sales';

/** How far a pass over the sales that were judged before ADR 37 has come. */
export interface RecordSalesStep {
  pass: string;
  step: number;
  after: SaleCursor | null;
}

/** Receipts read at a time. */
const page = 1_000;

/**
 * Records sales that were judged before there were tables for them, as their receipts tell them, for rules that look
 * back (domain.md 2.6, ADR 37). An order's last accepted sale event stands for it; what was recorded when it was judged
 * stays. Each step leaves the next one behind, so that a crash costs one step.
 */
export async function recordSales(sql: Sql, at: RecordSalesStep, now: Date): Promise<void> {
  const { unrecorded, last } = await salesJudgedBefore(sql, at.after, page);
  if (unrecorded.length > 0) await record(sql, unrecorded, now);
  if (last === null) return;
  const next: RecordSalesStep = { pass: at.pass, step: at.step + 1, after: last };
  await scheduleWork(sql, [
    {
      kind: recordSalesWork,
      key: `${next.pass}:${next.step}`,
      brandId: noBrand,
      payload: next,
      dueAt: now.toISOString(),
    },
  ]);
}

/** The work is of all brands. */
const noBrand = '00000000-0000-0000-0000-000000000000';

async function record(sql: Sql, sales: readonly JudgedSale[], now: Date): Promise<void> {
  const subjects = {
    brandIds: [...new Set(sales.map(sale => sale.brandId))],
    orders: sales,
    refs: [],
    ambassadorIds: [...new Set(sales.map(sale => sale.ambassadorId))],
  };
  await judge(sql, now, subjects, (judgement, set) => {
    for (const sale of sales) {
      const order = set.orders.get(keyOf(sale.brandId, sale.orderId))!;
      // Its sale waits in review: it is none of anybody's until that is decided.
      if (order.submissionId !== null) continue;
      if (order.sale === null || order.sale.acceptedAt < sale.acceptedAt)
        attribute(judgement, set, order, sale);
    }
  });
}
