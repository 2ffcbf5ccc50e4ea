import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { restorable } from '../testing/restored.js';
import { reviewScene } from '../testing/review-scene.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

/** A story that is reviewed and a sale of Ada's own, with what their database was before and after they were judged. */
async function world() {
  const s = await reviewScene(database.db);
  const story = await s.action({ review: 'all' });
  const kafka = restorable(database.db, s.ids.brand);
  const events = [
    s.done('a', story, { proofUrl: 'https://a.example/1' }),
    s.sale('s', 'o1', 19_999, { buyer: 'ada@example.com' }),
  ];
  const empty = await kafka.backup();
  await s.judge(events);
  await kafka.publish();
  const judged = await kafka.backup();
  const available = async () => (await s.balance())?.available ?? 0;
  /** What every reader of the stream has is the ledger. */
  const expectKept = async () => {
    await kafka.publish();
    const sum = kafka.kept().reduce((total, row) => total + row.availableDelta, 0);
    expect(await available()).toBe(sum);
    expect(await kafka.openRows()).toEqual([]);
  };
  return { s, kafka, events, empty, judged, available, expectKept };
}

describe('ADR 26 a restored database with submissions', () => {
  it.each(['empty', 'judged'] as const)(
    'from %s: what was approved since is so, and nothing is posted again',
    async from => {
      const w = await world();
      await w.s.approve('a');
      await w.s.approve('s');
      await w.kafka.publish();
      await w.kafka.restore(w[from]);
      await w.kafka.recall();
      await w.s.judge(w.events);
      if (from === 'judged') {
        // Approving once more is all there is to it.
        expect(await w.s.approve('a')).toMatchObject({ status: 'approved' });
        expect(await w.s.approve('s')).toMatchObject({ status: 'approved' });
      } else {
        await expect(w.s.approve('a')).rejects.toMatchObject({ code: 'wrong_status' });
        await expect(w.s.approve('s')).rejects.toMatchObject({ code: 'not_found' });
      }
      expect(await w.s.receipts('a', 's')).toEqual(['a awarded', 's awarded']);
      expect(await w.available()).toBe(59);
      await w.expectKept();
    },
  );

  it.each(['empty', 'judged'] as const)(
    'from %s: what was undone since is in review, and is approved with a new row',
    async from => {
      const w = await world();
      for (const event of ['a', 's']) {
        await w.s.approve(event);
        await w.s.undo(event);
      }
      await w.kafka.publish();
      await w.kafka.restore(w[from]);
      await w.kafka.recall();
      await w.s.judge(w.events);
      expect(await w.available()).toBe(0);
      await w.s.approve('a');
      await w.s.approve('s');
      expect(await w.available()).toBe(59);
      await w.expectKept();
      const ids = w.kafka.kept().map(row => row.entryId);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('rejecting what was approved since asks for an undo first, which takes the told row back', async () => {
    const w = await world();
    await w.s.approve('a');
    await w.kafka.publish();
    await w.kafka.restore(w.judged);
    await w.kafka.recall();
    await expect(w.s.reject('a')).rejects.toMatchObject({ code: 'wrong_status' });
    await w.s.undo('a');
    await w.s.reject('a');
    expect(await w.available()).toBe(0);
    await w.s.undo('s').catch(() => undefined);
    await w.kafka.publish();
    expect(w.kafka.kept().map(row => row.availableDelta)).toEqual([40, -40]);
  });
});
