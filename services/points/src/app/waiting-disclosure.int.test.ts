import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { earningScene } from '../testing/earning-scene.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const video = 'https://www.tiktok.com/@ada/video/1';
const sameVideo = 'http://m.tiktok.com/@ada/video/1/?utm_source=x#t';

describe('2.3 an event that waits for its disclosure', () => {
  const waiting = async (limit: unknown = null) => {
    const s = await earningScene(database.db);
    const story = await s.action({ disclosureRequired: true, limit });
    await s.judge([s.done('a', story, { proofUrl: video, text: 'no tag' })]);
    expect(await s.receipts('a')).toEqual(['a not_awarded disclosure_missing']);
    return { s, story };
  };

  it('2.12 holds its limit place and its proof', async () => {
    const { s, story } = await waiting({ count: 1, per: 'day' });
    await s.arrive('bob');
    await s.judge([
      s.done('b', story, { text: '#ad' }),
      s.done('c', story, { proofUrl: sameVideo, text: '#ad', who: 'bob' }),
    ]);
    expect(await s.receipts('b', 'c')).toEqual([
      'b not_awarded limit_reached',
      'c not_awarded duplicate_proof',
    ]);
  });

  it('is replaced by a new event of the same ambassador, action and proof, judged by its own id and time', async () => {
    const { s, story } = await waiting({ count: 1, per: 'day' });
    await s.judge([s.done('b', story, { proofUrl: sameVideo, text: 'now #ad', at: '2026-11-01T12:00:00Z' })]);
    expect(await s.receipts('a', 'b')).toEqual(['a not_awarded disclosure_missing', 'b awarded']);
    expect(await s.held()).toMatchObject({ places: ['b'], proofs: ['b'] });
    // What was awarded is replaced by nothing.
    await s.judge([s.done('c', story, { proofUrl: video, text: '#ad', at: '2026-11-02T12:00:00Z' })]);
    expect(await s.receipts('c')).toEqual(['c not_awarded duplicate_proof']);
    expect(await s.rows()).toHaveLength(1);
  });

  it('within one chunk as well, and by one that waits itself', async () => {
    const s = await earningScene(database.db);
    const story = await s.action({ disclosureRequired: true, limit: { count: 1, per: 'day' } });
    await s.judge([
      s.done('a', story, { proofUrl: video }),
      s.done('b', story, { proofUrl: video, text: '#adventure' }),
      s.done('c', story, { proofUrl: video, text: '#ad' }),
      s.done('d', story, { text: '#ad' }),
    ]);
    expect(await s.receipts('a', 'b', 'c', 'd')).toEqual([
      'a not_awarded disclosure_missing',
      'b not_awarded disclosure_missing',
      'c awarded',
      'd not_awarded limit_reached',
    ]);
    expect(await s.held()).toMatchObject({ places: ['c'], proofs: ['c'] });
    const told = await onPool(database.db).query<{ event: string; replaces: string | null }>(
      `SELECT value::jsonb -> 'data' ->> 'eventId' AS event, value::jsonb -> 'data' ->> 'replaces' AS replaces
       FROM outbox WHERE topic = 'cairn.points.receipts.v1' AND key LIKE $1 || '%' ORDER BY id`,
      [s.ids.brand],
    );
    expect(told).toEqual([
      { event: 'a', replaces: null },
      { event: 'b', replaces: 'a' },
      { event: 'c', replaces: 'b' },
      { event: 'd', replaces: null },
    ]);
  });

  it('gives its place back to its own day', async () => {
    const { s, story } = await waiting({ count: 1, per: 'day' });
    await s.judge([
      s.done('b', story, { proofUrl: video, text: '#ad', at: '2026-11-02T12:00:00Z' }),
      s.done('c', story, { text: '#ad', at: '2026-11-01T13:00:00Z' }),
      s.done('d', story, { text: '#ad', at: '2026-11-02T13:00:00Z' }),
    ]);
    expect(await s.receipts('b', 'c', 'd')).toEqual([
      'b awarded',
      'c awarded',
      'd not_awarded limit_reached',
    ]);
  });

  it('waits on where the new event is refused', async () => {
    const { s, story } = await waiting({ count: 1, per: 'day' });
    await s.judge([s.done('full', story, { text: '#ad', at: '2026-11-02T10:00:00Z' })]);
    await s.judge([s.done('b', story, { proofUrl: video, text: '#ad', at: '2026-11-02T12:00:00Z' })]);
    expect(await s.receipts('full', 'b')).toEqual(['full awarded', 'b not_awarded limit_reached']);
    expect(await s.held()).toMatchObject({ places: ['a', 'full'], proofs: ['a'] });
  });

  it('without a proof is no other’s: each holds its place', async () => {
    const s = await earningScene(database.db);
    const story = await s.action({ disclosureRequired: true, limit: { count: 2, per: 'day' } });
    await s.judge([
      s.done('a', story),
      s.done('b', story, { text: '#ad' }),
      s.done('c', story, { text: '#ad' }),
    ]);
    expect(await s.receipts('a', 'b', 'c')).toEqual([
      'a not_awarded disclosure_missing',
      'b awarded',
      'c not_awarded limit_reached',
    ]);
  });
});
