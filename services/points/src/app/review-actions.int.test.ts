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

describe('2.2 an action that is reviewed', () => {
  const reviewed = async (change: object = {}) => {
    const s = await reviewScene(database.db);
    const story = await s.action({ review: 'all', ...change });
    return { s, story };
  };

  it('2.18 is in review, gives nothing yet, and holds its place and its proof (2.12)', async () => {
    const { s, story } = await reviewed({ limit: { count: 1, per: 'day' } });
    await s.arrive('bob');
    await s.judge([
      s.done('a', story, { proofUrl: video }),
      s.done('b', story),
      s.done('c', story, { proofUrl: video, who: 'bob' }),
    ]);
    expect(await s.receipt('a')).toMatchObject({
      status: 'in_review',
      reason: null,
      review: 'action_review',
    });
    expect(await s.receipts('b', 'c')).toEqual([
      'b not_awarded limit_reached',
      'c not_awarded duplicate_proof',
    ]);
    expect(await s.rows()).toEqual([]);
    expect(await s.held()).toMatchObject({ places: ['a'], proofs: ['a'] });
  });

  it('approved is awarded the points and the series of when it was submitted, at that time', async () => {
    const { s, story } = await reviewed();
    await s.judge([s.done('a', story)]);
    await s.editAction(story, { points: 1_000 });
    await s.archiveAction(story);
    await onPool(database.db).query(
      `UPDATE series SET live = '[{"from": "2026-01-01T00:00:00Z", "to": "2026-11-02T00:00:00Z"}]' WHERE brand_id = $1`,
      [s.ids.brand],
    );
    expect(await s.approve('a')).toMatchObject({
      status: 'approved',
      points: 40,
      reviewedBy: s.caller.actor,
    });
    expect(await s.receipts('a')).toEqual(['a awarded']);
    const rows = await onPool(database.db).query(
      `SELECT available_delta, series_id, occurred_at FROM ledger WHERE ambassador_id = $1`,
      [s.ids.ambassador],
    );
    expect(rows).toEqual([
      { available_delta: 40, series_id: s.ids.series, occurred_at: '2026-11-01T10:00:00.000Z' },
    ]);
  });

  it('rejected gives nothing, holds nothing (2.12), and says why', async () => {
    const { s, story } = await reviewed({ limit: { count: 1, per: 'day' } });
    await s.judge([s.done('a', story, { proofUrl: video })]);
    expect(await s.reject('a')).toMatchObject({
      status: 'rejected',
      reason: 'not_visible',
      rejectionText: 'It is private.',
      waitingSince: null,
    });
    expect(await s.receipts('a')).toEqual(['a not_awarded rejected']);
    expect(await s.held()).toMatchObject({ places: [], proofs: [] });
    // A new event of the same proof is judged by itself.
    await s.judge([s.done('b', story, { proofUrl: video })]);
    expect((await s.receipt('b'))?.status).toBe('in_review');
  });

  it('2.16 an undone approval is reversed and in review again; a new one posts a new row with a new id', async () => {
    const { s, story } = await reviewed();
    await s.judge([s.done('a', story)]);
    for (let turn = 0; turn < 2; turn++) {
      await s.approve('a');
      await s.undo('a');
    }
    expect((await s.receipt('a'))?.status).toBe('in_review');
    await s.approve('a');
    expect(await s.ledger()).toEqual(
      ['action 40', 'action -40', 'action 40', 'action -40', 'action 40'].map((line, n) =>
        n % 2 === 0 ? line : 'reversal -40',
      ),
    );
    const ids = await onPool(database.db).query<{ id: string; original: string | null }>(
      'SELECT id, original_id AS original FROM ledger WHERE ambassador_id = $1 ORDER BY seq',
      [s.ids.ambassador],
    );
    expect(new Set(ids.map(row => row.id)).size).toBe(5);
    expect(ids[1]?.original).toBe(ids[0]?.id);
    expect(ids[3]?.original).toBe(ids[2]?.id);
    expect(await s.balance()).toMatchObject({ available: 40, seq: 5 });
  });

  it('an undone rejection takes its place and its proof again, and is refused where they are taken', async () => {
    const { s, story } = await reviewed({ limit: { count: 1, per: 'day' } });
    await s.judge([s.done('a', story, { proofUrl: video })]);
    await s.reject('a');
    await s.undo('a');
    expect(await s.held()).toMatchObject({ places: ['a'], proofs: ['a'] });
    await s.reject('a');
    await s.judge([s.done('b', story)]);
    await expect(s.undo('a')).rejects.toMatchObject({ code: 'limit_reached' });
    await s.reject('b');
    await s.arrive('bob');
    await s.judge([s.done('c', story, { proofUrl: video, who: 'bob' })]);
    await expect(s.undo('a')).rejects.toMatchObject({ code: 'duplicate_proof' });
    expect(await s.receipts('a')).toEqual(['a not_awarded rejected']);
  });

  it('is decided once: what was decided is undone first, and another brand has no such submission', async () => {
    const { s, story } = await reviewed();
    const other = await reviewScene(database.db);
    await s.judge([s.done('a', story)]);
    await expect(s.undo('a')).rejects.toMatchObject({ code: 'wrong_status' });
    await expect(s.decide('a', { kind: 'approve' }, undefined, 7)).rejects.toMatchObject({ code: 'stale' });
    await s.approve('a');
    await expect(s.approve('a')).rejects.toMatchObject({ code: 'wrong_status' });
    await expect(s.reject('a')).rejects.toMatchObject({ code: 'wrong_status' });
    await expect(other.approve('a')).rejects.toMatchObject({ code: 'not_found' });
    expect(await s.ledger()).toEqual(['action 40']);
  });

  it('is decided once by two people at the same moment', async () => {
    const { s, story } = await reviewed();
    await s.judge([s.done('a', story)]);
    const both = await Promise.allSettled([s.approve('a'), s.reject('a'), s.approve('a')]);
    expect(both.filter(of => of.status === 'fulfilled')).toHaveLength(1);
    const status = (await s.receipt('a'))?.status;
    expect(await s.ledger()).toEqual(status === 'awarded' ? ['action 40'] : []);
  });

  it('in bulk: each on its own, and what cannot be decided is refused with its reason', async () => {
    const { s, story } = await reviewed();
    const bob = await s.arrive('bob');
    await s.judge([s.done('a', story), s.done('b', story), s.done('c', story, { who: 'bob' })]);
    await s.reject('b');
    const { body } = await s.bulk(['a', 'b', 'c', 'nothing', 'a'], { kind: 'approve' });
    expect(body.done).toEqual([s.idOf('a'), s.idOf('c')]);
    expect(body.refused.map(of => of.code)).toEqual(['wrong_status', 'not_found']);
    expect(await s.receipts('a', 'b', 'c')).toEqual(['a awarded', 'b not_awarded rejected', 'c awarded']);
    expect(await s.balance(bob)).toMatchObject({ available: 40 });
  });

  it('2.16 sent again, decided or not, it changes nothing', async () => {
    const { s, story } = await reviewed();
    const event = s.done('a', story);
    await s.judge([event, event]);
    await s.judge([event]);
    await s.approve('a');
    await s.judge([event]);
    expect(await s.ledger()).toEqual(['action 40']);
    await s.undo('a');
    await s.judge([event]);
    expect((await s.receipt('a'))?.status).toBe('in_review');
  });

  it('6.1 every decision is in the audit log, without proofs and texts', async () => {
    const { s, story } = await reviewed();
    await s.judge([s.done('a', story, { proofUrl: video, text: 'secret words' })]);
    await s.approve('a');
    await s.undo('a');
    const rows = await onPool(database.db).query<{ value: string }>(
      `SELECT value FROM outbox WHERE topic = 'cairn.audit.v1' AND key = $1 AND value LIKE '%submission.%' ORDER BY id`,
      [s.ids.brand],
    );
    expect(rows.map(row => JSON.parse(row.value).data.action)).toEqual([
      'submission.approve',
      'submission.undo',
    ]);
    expect(rows.map(row => row.value).join()).not.toMatch(/secret words|tiktok/);
  });
});

describe('2.2 untrusted: trusted ambassadors are awarded at once, and a sample of them is looked at', () => {
  const trusted = async (percent: number) => {
    const s = await reviewScene(database.db, { reviewSamplePercent: percent });
    const story = await s.action({ review: 'untrusted' });
    await s.trust('trusted');
    return { s, story };
  };

  it.each(['new', 'standard'] as const)('somebody %s is reviewed before', async trust => {
    const s = await reviewScene(database.db, { reviewSamplePercent: 100 });
    const story = await s.action({ review: 'untrusted' });
    await s.trust(trust);
    await s.judge([s.done('a', story)]);
    expect((await s.receipt('a'))?.status).toBe('in_review');
    expect(await s.ledger()).toEqual([]);
  });

  it('one of the sample is awarded and in review; what is not of it is only awarded', async () => {
    const { s, story } = await trusted(10);
    const [sampled] = s.eventIds(1, { percent: 10, sampled: true });
    const [other] = s.eventIds(1, { percent: 10, sampled: false });
    await s.judge([s.done(sampled!, story), s.done(other!, story)]);
    expect(await s.receipts(sampled!, other!)).toEqual([`${sampled} awarded`, `${other} awarded`]);
    expect(await s.submissions()).toEqual([{ event: sampled, status: 'in_review', sampled: true }]);
  });

  it('approving one of the sample changes no points; rejecting one reverses its award', async () => {
    const { s, story } = await trusted(100);
    await s.judge([s.done('a', story), s.done('b', story)]);
    await s.approve('a');
    await s.reject('b');
    expect(await s.ledger()).toEqual(['action 40', 'action 40', 'reversal -40']);
    expect(await s.receipts('a', 'b')).toEqual(['a awarded', 'b not_awarded rejected']);
    await s.undo('b');
    expect((await s.receipt('b'))?.status).toBe('in_review');
    await s.approve('b');
    expect(await s.balance()).toMatchObject({ available: 80 });
  });

  it('a tenth of many, the same on every delivery', async () => {
    const { s } = await trusted(10);
    const shares = s.eventIds(2_000, { percent: 100, sampled: true });
    const sampled = new Set(s.eventIds(200, { percent: 10, sampled: true }));
    const hit = shares.filter(id => sampled.has(id)).length;
    expect(hit).toBeGreaterThan(140);
  });
});

describe('1.5 trust', () => {
  it('by the brand’s rule: so many approved make trusted, one rejected ends it, and an undo brings it back', async () => {
    const trustRule = { approved: 2, withinDays: 30 };
    const s = await reviewScene(database.db, { trustRule, reviewSamplePercent: 100 });
    const story = await s.action({ review: 'untrusted' });
    const at = (day: number) => ({ at: `2026-10-${day}T10:00:00Z` });
    await s.judge([s.done('a', story, at(10)), s.done('b', story, at(11)), s.done('c', story, at(12))]);
    await s.approve('a');
    expect(await s.trusted()).toBeUndefined();
    await s.approve('b');
    expect(await s.trusted()).toEqual({ trust: 'trusted', set_by: 'rule' });
    await s.undo('b');
    expect(await s.trusted()).toEqual({ trust: 'new', set_by: 'rule' });
    await s.approve('b');
    await s.reject('c');
    expect(await s.trusted()).toEqual({ trust: 'standard', set_by: 'rule' });
    await s.undo('c');
    expect(await s.trusted()).toEqual({ trust: 'trusted', set_by: 'rule' });
    await s.judge([s.done('d', story, at(13))]);
    expect(await s.receipts('d')).toEqual(['d awarded']);
  });

  it('what an admin has set the rule leaves, until it is given back; the catalog tells of every change', async () => {
    const s = await reviewScene(database.db, { trustRule: { approved: 1, withinDays: 30 } });
    const story = await s.action({ review: 'all' });
    const { mark } = await s.trust('standard');
    expect(mark?.stream).toBe('catalogEarning');
    expect((await s.trust('standard')).mark).toBeNull();
    await s.judge([s.done('a', story), s.done('b', story)]);
    await s.approve('a');
    expect(await s.trusted()).toEqual({ trust: 'standard', set_by: 'admin' });
    await s.trust(null);
    await s.approve('b');
    expect(await s.trusted()).toEqual({ trust: 'trusted', set_by: 'rule' });
    const told = await onPool(database.db).query<{ value: string }>(
      `SELECT value FROM outbox WHERE topic = 'cairn.catalog.earning.v1' AND key = $1 ORDER BY id`,
      [`${s.ids.brand}:trust:${s.ids.ambassador}`],
    );
    expect(told.map(row => JSON.parse(row.value).data.trust)).toEqual(['standard', 'new', 'trusted']);
    const other = await reviewScene(database.db);
    await expect(s.trust('trusted', other.ids.ambassador)).rejects.toMatchObject({ code: 'not_found' });
  });
});
