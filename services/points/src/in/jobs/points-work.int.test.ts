import { type ClaimedWork, claimWork } from '@cairn/service-kit/due-work/due-work';
import type { DueWorkKind } from '@cairn/service-kit/due-work/runner';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { judgeParkedWork } from '../../app/apply-catalog.js';
import { releaseWork } from '../../app/save-judgement.js';
import { scene } from '../../testing/scene.js';
import { PointsWork } from './points-work.js';

const soldAt = '2026-02-01T10:00:00Z';
const heldFor = { holdDays: 14 };

let database: TestDatabase;
/** The clock of the service under test. */
let now = new Date();

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

beforeEach(async () => {
  now = new Date('2026-02-15T10:00:00Z');
  await onPool(database.db).query('DELETE FROM due_work');
});

function kind(name: string): DueWorkKind {
  const kinds = new Map<string, DueWorkKind>();
  new PointsWork({ register: each => kinds.set(each.kind, each) }, database.db, () => now).onModuleInit();
  return kinds.get(name)!;
}

const due = () => onPool(database.db).query<{ kind: string }>('SELECT kind FROM due_work ORDER BY kind');

/** Takes everything of a kind, as if its time had come. */
async function claim(name: string): Promise<ClaimedWork[]> {
  await onPool(database.db).query('UPDATE due_work SET due_at = clock_timestamp() WHERE kind = $1', [name]);
  return await claimWork(onPool(database.db), name, 10, 60_000);
}

/** What a scheduling anew does to work that is under way. */
async function takeAway(): Promise<void> {
  await onPool(database.db).query('UPDATE due_work SET attempts = attempts + 1');
}

describe('a release', () => {
  const held = async () => {
    const s = await scene(database.db, heldFor);
    await s.judge([s.sale('e', 'o', 10_000, { at: soldAt })], soldAt);
    return s;
  };

  it('is posted, and its work is over', async () => {
    const s = await held();
    const [work] = await claim(releaseWork);
    await kind(releaseWork).perform(work!);
    expect(await s.balance()).toMatchObject({ pending: 0, available: 10, seq: 2 });
    expect(await due()).toEqual([]);
  });

  it('of several at once takes the others’ work off too', async () => {
    const s = await held();
    await s.judge([s.sale('e2', 'o2', 20_000, { at: soldAt })], soldAt);
    const works = await claim(releaseWork);
    expect(works).toHaveLength(2);
    await Promise.all(works.map(work => kind(releaseWork).perform(work)));
    expect(await s.balance()).toMatchObject({ pending: 0, available: 30, seq: 4 });
    expect(await due()).toEqual([]);
  });

  it('waits where the clock of this service is behind', async () => {
    const s = await held();
    now = new Date('2026-02-15T09:59:59Z');
    const [work] = await claim(releaseWork);
    await kind(releaseWork).perform(work!);
    expect(await s.balance()).toMatchObject({ pending: 10, available: 0 });
    expect(await due()).toEqual([{ kind: releaseWork }]);
  });

  it('writes nothing for work that somebody else has by now', async () => {
    const s = await held();
    const [late] = await claim(releaseWork);
    await takeAway();
    await kind(releaseWork).perform(late!);
    expect(await s.balance()).toMatchObject({ pending: 10, available: 0, seq: 1 });
    const [work] = await claim(releaseWork);
    await kind(releaseWork).perform(work!);
    expect(await s.balance()).toMatchObject({ pending: 0, available: 10, seq: 2 });
  });
});

describe('parked events', () => {
  it('stay parked for a claimer that comes too late', async () => {
    const s = await scene(database.db);
    await s.judge([s.sale('e', 'o', 10_000, { at: soldAt, who: 'bob' })], soldAt);
    const bob = await s.arrive('bob');
    const [late] = await claim(judgeParkedWork);
    await takeAway();
    await kind(judgeParkedWork).perform(late!);
    expect(await s.receipt('e')).toMatchObject({ status: 'parked' });
    const [work] = await claim(judgeParkedWork);
    await kind(judgeParkedWork).perform(work!);
    expect(await s.balance(bob)).toMatchObject({ available: 10 });
  });
});
