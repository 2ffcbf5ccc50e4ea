import type { TieredRule } from '@cairn/contracts/referral-rule';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { migrations } from '../../migrations/all.js';
import { scene } from '../testing/scene.js';
import type { ActivityEvent } from './activity.js';
import { judgeActivity } from './judge-activity.js';
import { judgeParked } from './judge-parked.js';
import { type RecordSalesStep, recordSales } from './record-sales.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const byCount: TieredRule = {
  mode: 'tiered',
  metric: 'sales_count',
  lookbackDays: 30,
  tiers: [
    { from: 0, points: 1 },
    { from: 1, points: 10 },
    { from: 2, points: 100 },
    { from: 3, points: 1_000 },
  ],
};
const byAmount: TieredRule = {
  mode: 'tiered',
  metric: 'sales_amount',
  lookbackDays: 30,
  tiers: [
    { from: 0, points: 1 },
    { from: 5_000, points: 10 },
    { from: 10_000, points: 100 },
  ],
};

const on = (day: number, hour = 10) => `2026-11-${String(day).padStart(2, '0')}T${hour}:00:00Z`;
const earned = (rows: { kind: string; event: string; available: number }[]) =>
  rows.filter(row => row.kind === 'referral').map(row => [row.event, row.available]);

describe('2.6 tiered by sales_count', () => {
  it.each([[[1, 1, 1]], [[3]]])('counts earlier sales, in chunks of %j', async sizes => {
    const s = await scene(database.db, { rule: byCount });
    const events = [1, 2, 3].map(n => s.sale(`e${n}`, `o${n}`, 100, { at: on(n) }));
    for (const size of sizes) await s.judge(events.splice(0, size));
    expect(earned(await s.rows())).toEqual([
      ['e1', 1],
      ['e2', 10],
      ['e3', 100],
    ]);
  });

  it('goes by the sales’ own times: one that comes late is not counted by those before it', async () => {
    const s = await scene(database.db, { rule: byCount });
    await s.judge([s.sale('late', 'o2', 100, { at: on(5) })]);
    await s.judge([s.sale('early', 'o1', 100, { at: on(4) })]);
    await s.judge([s.sale('after', 'o3', 100, { at: on(6) })]);
    expect(earned(await s.rows())).toEqual([
      ['late', 1],
      ['early', 1],
      ['after', 100],
    ]);
  });

  it('counts from exactly so many times 24 hours before', async () => {
    const s = await scene(database.db, { rule: { ...byCount, lookbackDays: 1 } });
    await s.judge([s.sale('a', 'o1', 100, { at: '2026-11-01T10:00:00.000Z' })]);
    await s.judge([s.sale('b', 'o2', 100, { at: '2026-11-02T10:00:00.000Z' })]);
    await s.judge([s.sale('c', 'o3', 100, { at: '2026-11-03T10:00:00.001Z' })]);
    expect(earned(await s.rows())).toEqual([
      ['a', 1],
      ['b', 10],
      ['c', 1],
    ]);
  });

  it('counts what gave nothing, also before a series was live; 2.12 a refused sale is one too', async () => {
    const s = await scene(database.db, { rule: { ...byCount, lookbackDays: null } });
    await s.judge([s.sale('before', 'o1', 100, { at: '2025-12-01T00:00:00Z' })]);
    await s.judge([s.sale('other', 'o2', 100, { at: on(1), currency: 'EUR' })]);
    expect(await s.receipt('other')).toMatchObject({ reason: 'currency_mismatch' });
    await s.judge([s.sale('counted', 'o3', 100, { at: on(2) })]);
    expect(earned(await s.rows())).toEqual([['counted', 100]]);
  });

  it('counts an order once, by its sale event judged last', async () => {
    const s = await scene(database.db, { rule: byCount });
    const bob = await s.arrive('bob');
    await s.judge([s.sale('a', 'o1', 100, { at: on(1) }), s.sale('again', 'o1', 100, { at: on(3) })]);
    await s.judge([s.sale('b', 'o2', 100, { at: on(2) })]);
    await s.judge([s.sale('c', 'o3', 100, { at: on(4) })]);
    expect(earned(await s.rows())).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 100],
    ]);
    await s.judge([s.sale('his', 'o1', 100, { at: on(5), who: 'bob' })]);
    await s.judge([s.sale('d', 'o4', 100, { at: on(6) }), s.sale('e', 'o5', 100, { at: on(6), who: 'bob' })]);
    expect(earned(await s.rows()).at(-1)).toEqual(['d', 100]);
    expect(earned(await s.rows(bob))).toEqual([['e', 10]]);
  });

  it('does not count what waits in review, also one that was refused before, in chunks or one', async () => {
    for (const size of [1, 3]) {
      const s = await scene(database.db, { rule: byCount });
      const events = [
        s.sale('refused', 'o1', 100, { at: on(1), currency: 'EUR' }),
        s.sale('own', 'o1', 100, { at: on(1), buyer: 'ada@example.com' }),
        s.sale('after', 'o2', 100, { at: on(2) }),
      ];
      while (events.length > 0) await s.judge(events.splice(0, size));
      expect(await s.receipt('own')).toMatchObject({ status: 'in_review' });
      expect(earned(await s.rows())).toEqual([['after', 1]]);
    }
  });

  it('does not count an order in review for whoever else claims it', async () => {
    const s = await scene(database.db, { rule: byCount });
    const bob = await s.arrive('bob');
    await s.judge([s.sale('own', 'o1', 100, { at: on(1), buyer: 'ada@example.com' })]);
    await s.judge([s.sale('claimed', 'o1', 100, { at: on(1), who: 'bob' })]);
    expect(await s.receipt('claimed')).toMatchObject({ reason: 'duplicate_order' });
    await s.judge([s.sale('his', 'o2', 100, { at: on(2), who: 'bob' })]);
    expect(earned(await s.rows(bob))).toEqual([['his', 1]]);
  });

  it('does not count what a refund from before covers wholly, whenever the refund came', async () => {
    const s = await scene(database.db, { rule: byCount });
    await s.judge([
      s.sale('a', 'o1', 100, { at: on(1) }),
      s.refund('r', 'o1', 100, on(3)),
      s.sale('b', 'o2', 100, { at: on(3) }),
    ]);
    await s.judge([s.sale('c', 'o3', 100, { at: on(3, 11) })]);
    await s.judge([s.sale('d', 'o4', 100, { at: on(2) })]);
    expect(earned(await s.rows())).toEqual([
      ['a', 1],
      ['b', 10],
      ['c', 10],
      ['d', 10],
    ]);
  });

  it('2.19 counts at the sale’s own time where it waited for its ambassador', async () => {
    const s = await scene(database.db, { rule: byCount });
    await s.judge([1, 2].map(n => s.sale(`e${n}`, `o${n}`, 100, { at: on(n), who: 'bob' })));
    const bob = await s.arrive('bob', undefined, on(3));
    await inTransaction(database.db, sql => judgeParked(sql, s.ids.brand, 'externalId:bob', new Date(on(4))));
    expect(earned(await s.rows(bob))).toEqual([
      ['e1', 1],
      ['e2', 10],
    ]);
  });

  it('freezes the rule and what was measured on the row', async () => {
    const s = await scene(database.db, { rule: byCount });
    await s.judge([s.sale('a', 'o1', 100, { at: on(1) }), s.sale('b', 'o2', 100, { at: on(2) })]);
    const rows = await onPool(database.db).query<{ rule: unknown }>(
      'SELECT rule FROM ledger WHERE ambassador_id = $1 ORDER BY seq',
      [s.ids.ambassador],
    );
    expect(rows.map(row => row.rule)).toEqual([
      { ...byCount, measured: '0' },
      { ...byCount, measured: '1' },
    ]);
  });
});

describe('2.6 tiered by sales_amount', () => {
  it('sums amounts in the brand’s currency, less refunds from before', async () => {
    const s = await scene(database.db, { rule: byAmount });
    await s.judge([
      s.sale('a', 'o1', 6_000, { at: on(1) }),
      s.sale('eur', 'o2', 90_000, { at: on(1), currency: 'EUR' }),
      s.sale('b', 'o3', 6_000, { at: on(2) }),
      s.sale('c', 'o4', 1, { at: on(3) }),
      s.refund('r', 'o1', 2_002, on(4)),
    ]);
    await s.judge([s.sale('d', 'o5', 1, { at: on(5) })]);
    expect(earned(await s.rows())).toEqual([
      ['a', 1],
      ['b', 10],
      ['c', 100],
      ['d', 10],
    ]);
  });
});

describe('2.6 tiered by earlier sales, on any history', () => {
  const rule: TieredRule = {
    mode: 'tiered',
    metric: 'sales_count',
    lookbackDays: 2,
    tiers: Array.from({ length: 30 }, (_, n) => ({ from: n, points: n + 1 })),
  };
  const plan = fc.array(
    fc.record({
      sale: fc.boolean(),
      order: fc.integer({ min: 1, max: 8 }),
      hour: fc.integer({ min: 0, max: 119 }),
      amount: fc.integer({ min: 1, max: 4 }),
      who: fc.constantFrom('ada', 'bob'),
      foreign: fc.boolean(),
      own: fc.integer({ min: 0, max: 3 }).map(n => n === 0),
    }),
    { minLength: 1, maxLength: 25 },
  );
  type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;
  const at = (hour: number) => Date.parse('2026-11-01T00:00:00Z') + hour * 3_600_000;

  /** Straight from the rule's words: every sale event judged so far, one after the other. */
  function asWritten(steps: Plan, metric: TieredRule['metric']): Map<string, number> {
    const sales = new Map<number, Plan[number]>();
    const refunds: Plan = [];
    const awarded = new Map<number, string>();
    const inReview = new Set<number>();
    const given = new Map<string, number>();
    steps.forEach((step, index) => {
      if (!step.sale) {
        refunds.push(step);
        return;
      }
      if (inReview.has(step.order)) return;
      const earlier = [...sales.values()].filter(
        other =>
          other.order !== step.order &&
          other.who === step.who &&
          other.hour < step.hour &&
          other.hour >= step.hour - 48,
      );
      const left = earlier.map(other => ({
        other,
        net:
          other.amount * 100 -
          refunds
            .filter(refund => refund.order === other.order && refund.hour < step.hour)
            .reduce((sum, refund) => sum + refund.amount * 60, 0),
      }));
      const measured =
        metric === 'sales_count'
          ? left.filter(({ net }) => net > 0).length
          : left.reduce((sum, { other, net }) => sum + (other.foreign ? 0 : Math.max(0, net)), 0) / 100;
      if (!awarded.has(step.order) && !step.foreign && step.own) {
        inReview.add(step.order);
        sales.delete(step.order);
        return;
      }
      if (!awarded.has(step.order) && !step.foreign) {
        awarded.set(step.order, `e${index}`);
        given.set(`e${index}`, Math.floor(measured) + 1);
      }
      sales.set(step.order, step);
    });
    return given;
  }

  it.each(['sales_count', 'sales_amount'] as const)(
    '%s is what the rule says, for any split into chunks',
    async metric => {
      const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(plan, sizes, async (steps, split) => {
          const tiers = rule.tiers.map(tier => ({
            ...tier,
            from: metric === 'sales_count' ? tier.from : tier.from * 100,
          }));
          const s = await scene(database.db, { rule: { ...rule, metric, tiers } });
          const bob = await s.arrive('bob');
          const events = steps.map((step, index) => {
            const time = new Date(at(step.hour)).toISOString();
            const { who } = step;
            const buyer = step.own ? { buyer: `${who}@example.com` } : {};
            const currency = step.foreign ? 'EUR' : 'USD';
            return step.sale
              ? s.sale(`e${index}`, `o${step.order}`, step.amount * 100, {
                  at: time,
                  who,
                  currency,
                  ...buyer,
                })
              : s.refund(`e${index}`, `o${step.order}`, step.amount * 60, time);
          });
          for (let turn = 0; events.length > 0; turn++)
            await s.judge(events.splice(0, split[turn % split.length]));
          const rows = [...(await s.rows()), ...(await s.rows(bob))];
          const given = new Map(
            rows.filter(row => row.kind === 'referral').map(row => [row.event, row.available]),
          );
          expect(given).toEqual(asWritten(steps, metric));
          expect(await recorded(s.ids.brand)).toEqual(await asRecordedAnew(s.ids.brand));
        }),
        { numRuns: 40 },
      );
    },
  );

  /** What is kept of a brand's sales, and of their sums. */
  async function recorded(brandId: string) {
    const sql = onPool(database.db);
    return {
      sales: await sql.query(
        `SELECT ambassador_id, occurred_at, order_id, currency, net_amount, net, counts, last_refund_at
         FROM attributed_sales WHERE brand_id = $1 ORDER BY 1, 2, 3`,
        [brandId],
      ),
      days: await sql.query(
        `SELECT ambassador_id, day::text, currency, sales, amount FROM sale_days
         WHERE brand_id = $1 AND (sales <> 0 OR amount <> 0) ORDER BY 1, 2, 3`,
        [brandId],
      ),
    };
  }

  /** As if the sales had been judged before there were tables for them. */
  async function asRecordedAnew(brandId: string) {
    const sql = onPool(database.db);
    // The receipts tell events by their acceptance, which is the order of judging here.
    await sql.query(
      `UPDATE receipts SET accepted_at = '2026-11-10T00:00:00Z'::timestamptz
         + (substring(event_id FROM 2)::int * interval '1 second') WHERE brand_id = $1`,
      [brandId],
    );
    await forget(sql, brandId);
    await walk();
    return await recorded(brandId);
  }

  async function forget(sql: Sql, brandId: string) {
    await sql.query('DELETE FROM attributed_sales WHERE brand_id = $1', [brandId]);
    await sql.query('DELETE FROM sale_days WHERE brand_id = $1', [brandId]);
    await sql.query(
      `UPDATE orders SET sale_ambassador_id = NULL, sale_at = NULL, sale_accepted_at = NULL, sale_net_amount = NULL,
         sale_currency = NULL WHERE brand_id = $1`,
      [brandId],
    );
  }

  /** As the due work does, to its end. */
  async function walk() {
    let step: RecordSalesStep | undefined = { pass: 'first', step: 0, after: null };
    while (step !== undefined) {
      const at: RecordSalesStep = step;
      await inTransaction(database.db, sql => recordSales(sql, at, new Date()));
      const [next] = await onPool(database.db).query<{ payload: RecordSalesStep }>(
        `DELETE FROM due_work WHERE kind = 'record-sales' AND key = $1 RETURNING payload`,
        [`first:${at.step + 1}`],
      );
      step = next?.payload;
    }
  }
});

describe('a busy ambassador', () => {
  it('is counted by days: a chunk reads the days of the window once, and the sales of its two ends', async () => {
    const s = await scene(database.db, { rule: { ...byCount, lookbackDays: 300 } });
    const start = Date.parse('2026-01-10T00:00:00Z');
    const sales = Array.from({ length: 300 }, (_, n) =>
      s.sale(`e${n}`, `o${n}`, 100, { at: new Date(start + n * 86_400_000 - 1).toISOString() }),
    );
    await s.judge(sales);
    const read: number[] = [];
    await inTransaction(database.db, async sql => {
      // The tables are too small here for an index to be cheaper.
      await sql.query('SET LOCAL enable_seqscan = off');
      const explaining: Sql = {
        query: async (text, params) => {
          if (/FROM (sale_days|attributed_sales)/.test(text) && text.startsWith('SELECT run.place')) {
            const [plan] = await sql.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
              `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
              params,
            );
            read.push(scanned(plan!['QUERY PLAN'][0]!.Plan));
          }
          return await sql.query(text, params);
        },
      };
      const chunk: ActivityEvent[] = Array.from({ length: 100 }, (_, n) =>
        s.sale(`n${n}`, `p${n}`, 100, { at: new Date(start + 300 * 86_400_000 + n).toISOString() }),
      );
      await judgeActivity(explaining, chunk, new Date('2026-12-01T00:00:00Z'));
    });
    expect(read).toHaveLength(2);
    expect(read[0]! + read[1]!).toBeLessThan(320);
  });
});

interface PlanNode {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: PlanNode[];
}

/** Rows that the scans of tables gave. */
function scanned(node: PlanNode): number {
  const own = /Scan$/.test(node['Node Type']) && !/Function|Subquery|Bitmap Index/.test(node['Node Type']);
  const rows = own ? node['Actual Rows'] * node['Actual Loops'] : 0;
  return rows + (node.Plans ?? []).reduce((sum, child) => sum + scanned(child), 0);
}
