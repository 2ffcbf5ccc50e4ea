import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { migrations } from '../../migrations/all.js';
import { reviewScene } from '../testing/review-scene.js';
import type { ActivityEvent } from './activity.js';
import { judgeActivity } from './judge-activity.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const people = ['ada', 'bob', 'cleo'];

/** What each drawn step does, by its numbers alone. */
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('story', 'tagged', 'seen', 'join', 'complete', 'sale', 'own', 'refund'),
    who: fc.constantFrom(...people),
    day: fc.integer({ min: 1, max: 3 }),
    n: fc.integer({ min: 1, max: 3 }),
    flag: fc.boolean(),
    again: fc.boolean(),
  }),
  { minLength: 5, maxLength: 25 },
);

type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

async function mixed() {
  const s = await reviewScene(database.db, { reviewSamplePercent: 100 });
  const ambassadors = [s.ids.ambassador, await s.arrive('bob'), await s.arrive('cleo')];
  const story = await s.action({ limit: { count: 2, per: 'day' } });
  const tagged = await s.action({ points: 7, disclosureRequired: true, limit: { count: 2, per: 'ever' } });
  const seen = await s.action({ points: 5, review: 'untrusted', limit: { count: 2, per: 'day' } });
  await s.trust('trusted');
  const spring = await s.campaign({ joinPoints: 0 });
  const event = ({ kind, who, day, n, flag }: Steps[number], id: string): ActivityEvent => {
    const at = `2026-11-0${day}T10:00:00Z`;
    const proofUrl = flag ? `https://a.example/${n}` : undefined;
    switch (kind) {
      case 'story':
        return s.done(id, story, { who, at, proofUrl });
      case 'tagged':
        return s.done(id, tagged, { who, at, proofUrl: `https://a.example/${n}`, text: flag ? '#ad' : '' });
      case 'seen':
        return s.done(id, seen, { who, at, proofUrl });
      case 'join':
        return s.joined(id, spring, { who, at });
      case 'complete':
        return s.completed(id, spring, { who, at });
      case 'sale':
        return s.sale(id, `o${n}`, 10_000, { who, at });
      case 'own':
        return s.sale(id, `o${n}`, 10_000, { who, at, buyer: `${who}+x@example.com` });
      default:
        return s.refund(id, `o${n}`, 3_000 * day, at);
    }
  };
  const ledger = async () => (await Promise.all(ambassadors.map(id => s.rows(id)))).flat();
  return { s, ambassadors, event, ledger };
}

describe('2.14 a mixed stream', () => {
  it('gives the same multiset of rows, receipts and holdings for any duplication and any split into chunks', async () => {
    const split = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, split, async (plan, sizes) => {
        const outcome = async (chunks: number[], duplicates: boolean) => {
          const { s, ambassadors, event, ledger } = await mixed();
          const events = plan.map((step, index) => event(step, `e${index}`));
          const stream = plan.flatMap((step, index) =>
            duplicates && step.again
              ? [events[index]!, events[index >> 1]!, events[index]!]
              : [events[index]!],
          );
          for (let turn = 0; stream.length > 0; turn++) {
            await s.judge(stream.splice(0, chunks[turn % chunks.length]));
          }
          const rows = await ledger();
          for (const id of ambassadors) {
            const sum = (await s.rows(id)).reduce((total, row) => total + row.available, 0);
            expect((await s.balance(id))?.available ?? 0).toBe(sum);
          }
          return {
            rows: rows.map(row => `${row.event} ${row.kind} ${row.pending} ${row.available}`).sort(),
            receipts: await s.receipts(...plan.map((_, index) => `e${index}`)),
            held: await s.held(),
            submissions: (await s.submissions()).map(of => `${of.event} ${of.status}`),
          };
        };
        expect(await outcome(sizes, true)).toEqual(await outcome([100], false));
      }),
      { numRuns: 15 },
    );
  });
});

describe('a chunk', () => {
  const statementsOf = async (events: readonly ActivityEvent[]) => {
    const statements: string[] = [];
    await inTransaction(database.db, async sql => {
      const counting: Sql = {
        query: (text, params) => {
          statements.push(text);
          return sql.query(text, params);
        },
      };
      await judgeActivity(counting, events, new Date('2026-11-05T00:00:00Z'));
    });
    return statements;
  };

  it('of 500 mixed events is a handful of statements', async () => {
    const { event, ledger } = await mixed();
    const [plan] = fc.sample(fc.array(steps, { minLength: 100, maxLength: 100 }), { seed: 1, numRuns: 1 });
    const events = plan!
      .flat()
      .slice(0, 500)
      .map((step, index) => event(step, `e${index}`));
    expect(events).toHaveLength(500);
    expect((await statementsOf(events)).length).toBeLessThan(33);
    expect((await ledger()).length).toBeGreaterThan(10);
  });

  it('of sales alone asks nothing of actions and campaigns', async () => {
    const { s } = await mixed();
    const events = Array.from({ length: 50 }, (_, n) => s.sale(`e${n}`, `o${n}`, 10_000));
    const statements = await statementsOf(events);
    expect(
      statements.filter(text => /actions|campaign|proofs|action_places|submissions|trusts/.test(text)),
    ).toEqual([]);
  });
});
