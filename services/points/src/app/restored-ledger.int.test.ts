import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { migrations } from '../../migrations/all.js';
import { totalReversed } from '../domain/award.js';
import { earningScene } from '../testing/earning-scene.js';
import { restorable } from '../testing/restored.js';
import type { ActivityEvent } from './activity.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const dayMs = 86_400_000;
const began = Date.parse('2026-03-01T10:00:00Z');
/** All holds are over, and nothing else comes. */
const end = new Date('2027-03-01T00:00:00Z');

const step = fc.record({
  kind: fc.constantFrom('sale', 'sale', 'refund', 'refund', 'story', 'join', 'complete'),
  who: fc.constantFrom('ada', 'bob'),
  n: fc.integer({ min: 1, max: 4 }),
  part: fc.integer({ min: 1, max: 4 }),
  again: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

/** Ada's program holds sales for 14 days, Bob's does not; an event comes every two days. */
async function world() {
  const s = await earningScene(database.db, { holdDays: 14 });
  const program = await s.program(true);
  await onPool(database.db).query(
    `INSERT INTO referral_rules (program_id, brand_id, rule) VALUES ($1, $2, '{"mode": "fixed", "rate": "0.07"}')`,
    [program, s.ids.brand],
  );
  const bob = await s.arrive('bob', undefined, undefined, program);
  const story = await s.action({ limit: { count: 2, per: 'week' } });
  const window = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' };
  const spring = await s.campaign({ ...window, programIds: [s.ids.program, program] });
  const event = ({ kind, who, n, part }: Step, id: string, at: string): ActivityEvent => {
    switch (kind) {
      case 'story':
        return s.done(id, story, { who, at, proofUrl: `https://a.example/${n}` });
      case 'join':
        return s.joined(id, spring, { who, at });
      case 'complete':
        return s.completed(id, spring, { who, at });
      case 'sale':
        return s.sale(id, `o${n}`, 19_999, { who, at });
      default:
        return s.refund(id, `o${n}`, 3_333 * part, at);
    }
  };
  return { s, event, people: [s.ids.ambassador, bob], kafka: restorable(database.db, s.ids.brand) };
}

type World = Awaited<ReturnType<typeof world>>;

function historyOf({ event }: World, plan: readonly Step[]): { event: ActivityEvent; at: Date }[] {
  return plan.flatMap((of, index) => {
    const at = new Date(began + index * 2 * dayMs);
    const one = { event: event(of, `e${index}`, at.toISOString()), at };
    return of.again ? [one, one] : [one];
  });
}

/** Judges from one place of the history to another, in chunks; each at the time of its last event, or later. */
async function consume(
  { s, kafka }: World,
  history: ReturnType<typeof historyOf>,
  chunks: readonly number[],
  of: { late?: number; withDueWork?: boolean; before?: (place: number) => Promise<void> } = {},
) {
  let place = 0;
  for (let turn = 0; place < history.length; turn++) {
    await of.before?.(place);
    const chunk = history.slice(place, place + chunks[turn % chunks.length]!);
    const now = new Date(chunk.at(-1)!.at.getTime() + 3_600_000 + (of.late ?? 0));
    if (of.withDueWork) await kafka.releaseDue(now);
    await s.judge(
      chunk.map(({ event }) => event),
      now.toISOString(),
    );
    place += chunk.length;
  }
}

async function ledgers({ people, s }: World) {
  const rows = await onPool(database.db).query<{
    ambassador: string;
    seq: number;
    id: string;
    kind: string;
    event: string;
    pending: number;
    available: number;
    series: string;
  }>(
    `SELECT ambassador_id AS ambassador, seq, id, kind, event_id AS event, pending_delta AS pending,
       available_delta AS available, series_id AS series
     FROM ledger WHERE brand_id = $1 ORDER BY ambassador_id, seq`,
    [s.ids.brand],
  );
  const sums = people.map(id => {
    const own = rows.filter(row => row.ambassador === id);
    return {
      pending: own.reduce((sum, row) => sum + row.pending, 0),
      available: own.reduce((sum, row) => sum + row.available, 0),
    };
  });
  const balances = await Promise.all(
    people.map(async id => (await s.balance(id)) ?? { pending: 0, available: 0 }),
  );
  expect(sums).toEqual(balances.map(({ pending, available }) => ({ pending, available })));
  return { rows, sums };
}

/** What each event has moved in all, by kind of row: releases and the side of a reversal are the clock's to say. */
function moved(rows: Awaited<ReturnType<typeof ledgers>>['rows']): string[] {
  const byEvent = Map.groupBy(
    rows.filter(row => row.kind !== 'release'),
    row => `${row.event} ${row.kind}`,
  );
  return [...byEvent]
    .map(([of, own]) => `${of} ${own.reduce((sum, row) => sum + row.pending + row.available, 0)}`)
    .sort();
}

/** What every reader of the stream has is the ledger. */
async function expectKept(w: World) {
  await w.kafka.publish();
  const { rows } = await ledgers(w);
  const kept = w.kafka
    .kept()
    .map(({ ambassadorId, seq, entryId }) => `${ambassadorId} ${seq} ${entryId}`)
    .sort();
  expect(kept).toEqual(rows.map(row => `${row.ambassador} ${row.seq} ${row.id}`).sort());
}

async function receiptsOf({ s }: World) {
  return await onPool(database.db).query<{
    event: string;
    status: string;
    reason: string | null;
    points: number;
  }>(
    `SELECT event_id AS event, status, reason, points::int AS points FROM receipts WHERE brand_id = $1 ORDER BY event_id`,
    [s.ids.brand],
  );
}

describe('2.14 a ledger restored to an earlier instant', () => {
  it('goes on as if nothing had been: its readers have the same rows, and nobody counts one twice', async () => {
    const plans = fc.record({
      plan: fc.array(step, { minLength: 4, maxLength: 18 }),
      news: fc.array(step, { maxLength: 5 }),
      first: sizes,
      again: sizes,
      backupAt: fc.nat(17),
      lostAt: fc.nat(17),
      unpublished: fc.nat(6),
      dueWork: fc.boolean(),
      dueWorkAgain: fc.boolean(),
      late: fc.nat(60),
    });
    await fc.assert(
      fc.asyncProperty(plans, async of => {
        const [w, twin] = [await world(), await world()];
        const history = historyOf(w, [...of.plan, ...of.news]);
        const known = historyOf(w, of.plan).length;
        const backupAt = of.backupAt % known;
        const lostAt = backupAt + (of.lostAt % (known - backupAt + 1));
        let stored = 0;
        let backup = await w.kafka.backup();
        await consume(w, history.slice(0, lostAt), of.first, {
          withDueWork: of.dueWork,
          before: async place => {
            await w.kafka.publish();
            if (place > backupAt) return;
            backup = await w.kafka.backup();
            stored = place;
          },
        });
        const [left] = await onPool(database.db).query<{ count: number }>(
          `SELECT count(*)::int AS count FROM outbox WHERE key LIKE $1 || '%'`,
          [w.s.ids.brand],
        );
        await w.kafka.publish(Math.max(0, left!.count - of.unpublished));
        await w.kafka.restore(backup);
        await w.kafka.recall();
        await w.kafka.recall();
        const late = of.late * dayMs;
        await consume(w, history.slice(stored), of.again, { withDueWork: of.dueWorkAgain, late });
        await w.kafka.releaseDue(end);
        await expectKept(w);
        expect(await w.kafka.openRows()).toEqual([]);

        await consume(twin, historyOf(twin, [...of.plan, ...of.news]), of.first, { withDueWork: of.dueWork });
        await twin.kafka.releaseDue(end);
        const [here, there] = [await ledgers(w), await ledgers(twin)];
        expect(here.sums).toEqual(there.sums);
        expect(moved(here.rows)).toEqual(moved(there.rows));
        const receipts = await receiptsOf(w);
        expect(receipts).toEqual(await receiptsOf(twin));
        const told = w.kafka.receiptsKept();
        for (const { event, ...receipt } of receipts) expect(told.get(event)).toMatchObject(receipt);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

/** Each partition in its order; which of them comes next is drawn. */
function interleaved<Thing>(partitions: readonly (readonly Thing[])[], choices: readonly number[]): Thing[] {
  const left = partitions.map(partition => [...partition]);
  const merged: Thing[] = [];
  for (let turn = 0; left.some(partition => partition.length > 0); turn++) {
    const open = left.filter(partition => partition.length > 0);
    merged.push(open[choices[turn % choices.length]! % open.length]!.shift()!);
  }
  return merged;
}

const awarded = `
  SELECT order_id AS "order", awards.points::int AS points, reversed::int AS reversed, net_amount::int AS net,
    (SELECT coalesce(sum(refunds.net_amount), 0)::int FROM refunds
     WHERE refunds.brand_id = awards.brand_id AND refunds.order_id = awards.order_id) AS refunded,
    (SELECT -coalesce(sum(pending_delta + available_delta), 0)::int FROM ledger
     WHERE ledger.ambassador_id = awards.ambassador_id AND original_id = awards.id AND kind = 'reversal') AS taken
  FROM awards WHERE brand_id = $1`;

describe('2.6 2.4 an order and a proof that two want, after a restore', () => {
  it('stay whose they were, in whatever order their partitions are read again', async () => {
    const choices = fc.array(fc.nat(5), { minLength: 3, maxLength: 12 });
    const plans = fc.record({
      plan: fc.array(step, { minLength: 6, maxLength: 20 }),
      first: choices,
      again: choices,
      sizes,
      backupAt: fc.nat(19),
      unpublished: fc.oneof(fc.constant(0), fc.nat(4)),
      late: fc.nat(60),
    });
    await fc.assert(
      fc.asyncProperty(plans, async of => {
        const w = await world();
        const partitionOf = (place: number) =>
          Number(of.plan[place]!.who === 'bob') + (of.plan[place]!.kind === 'refund' ? 2 : 0);
        const events = historyOf(
          w,
          of.plan.map(one => ({ ...one, again: false })),
        );
        const partitions = [0, 1, 2, 3].map(partition =>
          events.filter((_, place) => partitionOf(place) === partition),
        );
        const first = interleaved(partitions, of.first);
        const backupAt = of.backupAt % first.length;
        await consume(w, first.slice(0, backupAt), of.sizes);
        await w.kafka.publish();
        const backup = await w.kafka.backup();
        await consume(w, first.slice(backupAt), of.sizes);
        const before = (await ledgers(w)).rows;
        const unread = new Set(first.slice(backupAt));
        const again = interleaved(
          partitions.map(partition => partition.filter(one => unread.has(one))),
          of.again,
        );
        const [left] = await onPool(database.db).query<{ count: number }>(
          `SELECT count(*)::int AS count FROM outbox WHERE key LIKE $1 || '%'`,
          [w.s.ids.brand],
        );
        await w.kafka.publish(Math.max(0, left!.count - of.unpublished));
        await w.kafka.restore(backup);
        await w.kafka.recall();
        await consume(w, again, of.sizes, { withDueWork: true, late: of.late * dayMs });
        await w.kafka.releaseDue(end);
        await expectKept(w);
        expect(await w.kafka.openRows()).toEqual([]);
        const after = await ledgers(w);
        for (const { pending } of after.sums) expect(pending).toBe(0);
        const orders = await onPool(database.db).query<
          Record<'points' | 'reversed' | 'net' | 'refunded' | 'taken', number> & { order: string }
        >(awarded, [w.s.ids.brand]);
        expect(new Set(orders.map(({ order }) => order)).size).toBe(orders.length);
        for (const { points, reversed, net, refunded, taken } of orders) {
          expect(taken).toBe(totalReversed(points, BigInt(refunded), net));
          expect(reversed).toBe(taken);
        }
        if (of.unpublished > 0) return;
        const known = new Set(before.map(row => row.id));
        expect(after.rows.filter(row => !known.has(row.id) && row.kind !== 'release')).toEqual([]);
        expect(after.rows.filter(row => known.has(row.id))).toEqual(before);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
