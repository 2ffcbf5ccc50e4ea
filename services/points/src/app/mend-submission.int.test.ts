import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { reviewScene } from '../testing/review-scene.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const video = 'https://www.tiktok.com/@ada/video/1';
const another = 'https://www.tiktok.com/@ada/video/2';

describe('2.3 mending what lacks its disclosure', () => {
  const waiting = async (change: object = {}) => {
    const s = await reviewScene(database.db);
    const story = await s.action({ disclosureRequired: true, ...change });
    await s.judge([s.done('a', story, { proofUrl: video, text: 'no tag' })]);
    expect(await s.submissions()).toMatchObject([{ event: 'a', status: 'disclosure_missing' }]);
    return { s, story };
  };

  it('releases the points of its first time, at its first time', async () => {
    const { s, story } = await waiting();
    await s.editAction(story, { points: 1 });
    const { body } = await s.mend('a', { text: 'now #ad' });
    expect(body).toMatchObject({ status: 'approved', text: 'now #ad', proofUrl: video, attempt: 2 });
    expect(await s.receipts('a')).toEqual(['a awarded']);
    const rows = await onPool(database.db).query(
      'SELECT available_delta, occurred_at FROM ledger WHERE ambassador_id = $1',
      [s.ids.ambassador],
    );
    expect(rows).toEqual([{ available_delta: 40, occurred_at: '2026-11-01T10:00:00.000Z' }]);
    await expect(s.mend('a', { text: 'again #ad' })).rejects.toMatchObject({ code: 'wrong_status' });
    // What was awarded is replaced by nothing.
    await s.judge([s.done('b', story, { proofUrl: video, text: '#ad' })]);
    expect(await s.receipts('b')).toEqual(['b not_awarded duplicate_proof']);
  });

  it('waits on where it still lacks it', async () => {
    const { s } = await waiting();
    const { body } = await s.mend('a', { text: '#adventure' });
    expect(body).toMatchObject({ status: 'disclosure_missing', text: '#adventure' });
    expect(await s.receipts('a')).toEqual(['a not_awarded disclosure_missing']);
    expect(await s.held()).toMatchObject({ places: ['a'], proofs: ['a'] });
  });

  it('may bring another proof, which it then holds instead', async () => {
    const { s, story } = await waiting();
    await s.mend('a', { proofUrl: another, paidPartnership: true });
    await s.judge([
      s.done('b', story, { proofUrl: another, text: '#ad' }),
      s.done('c', story, { proofUrl: video, text: '#ad' }),
    ]);
    expect(await s.receipts('a', 'b', 'c')).toEqual([
      'a awarded',
      'b not_awarded duplicate_proof',
      'c awarded',
    ]);
    await s.judge([s.done('d', story, { proofUrl: 'https://a.example/d', text: 'none' })]);
    await expect(s.mend('d', { proofUrl: video, text: '#ad' })).rejects.toMatchObject({
      code: 'duplicate_proof',
    });
  });

  it('is reviewed where the action is', async () => {
    const { s } = await waiting({ review: 'all' });
    const { body } = await s.mend('a', { text: '#ad' });
    expect(body).toMatchObject({ status: 'in_review', waitingSince: '2026-11-05T00:00:00.000Z' });
    expect((await s.receipt('a'))?.status).toBe('in_review');
    await s.approve('a');
    expect(await s.ledger()).toEqual(['action 40']);
  });

  it('is its own ambassador’s alone, and nobody’s once a new event has taken its place', async () => {
    const { s, story } = await waiting();
    const bob = await s.arrive('bob');
    await expect(s.mend('a', { text: '#ad' }, bob)).rejects.toMatchObject({ code: 'not_found' });
    await s.judge([s.done('b', story, { proofUrl: video, text: '#ad' })]);
    await expect(s.mend('a', { text: '#ad' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await s.ledger()).toEqual(['action 40']);
    expect(await s.submissions()).toEqual([]);
  });
});

describe('2.2 handing in again after a rejection', () => {
  const rejected = async (change: object = {}) => {
    const s = await reviewScene(database.db);
    const story = await s.action({ review: 'all', ...change });
    await s.judge([s.done('a', story, { proofUrl: video })]);
    await s.reject('a');
    return { s, story };
  };

  it('is in review again, with what it gave and when it was first handed in', async () => {
    const { s } = await rejected();
    const { body } = await s.mend('a', { proofUrl: another });
    expect(body).toMatchObject({ status: 'in_review', attempt: 2, reason: null, rejectionText: null });
    expect(await s.held()).toMatchObject({ places: ['a'], proofs: ['a'] });
    await s.approve('a');
    expect(await s.ledger()).toEqual(['action 40']);
  });

  it('needs a place in the limit', async () => {
    const { s, story } = await rejected({ limit: { count: 1, per: 'day' } });
    await s.judge([s.done('b', story)]);
    await expect(s.mend('a', {})).rejects.toMatchObject({ code: 'limit_reached' });
  });

  it('somebody trusted is looked at as well', async () => {
    const s = await reviewScene(database.db, { reviewSamplePercent: 100 });
    const story = await s.action({ review: 'untrusted' });
    await s.trust('trusted');
    await s.judge([s.done('a', story)]);
    await s.reject('a');
    expect((await s.mend('a', { text: 'better' })).body.status).toBe('in_review');
    expect(await s.balance()).toMatchObject({ available: 0 });
  });
});
