import type { Adjustment } from '@cairn/contracts/http/adjustment';
import type { HomeState } from '@cairn/contracts/http/home';
import type { LedgerItem, Receipt } from '@cairn/contracts/http/ledger';
import type { Page } from '@cairn/contracts/http/page';
import type { BrandReceiptItem, ReplayProgress } from '@cairn/contracts/http/replay';
import { until } from '@cairn/service-kit/testing/until';
import { describe, expect, it } from '@jest/globals';
import { call, ok } from '../support/api.js';
import { admin, enrol, makeBrand, progressOf, read, send, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

const sale = (externalId: string, order: string, netAmount: number, occurredAt?: string) => ({
  id: `sale-${order}`,
  type: 'referral.sale',
  externalId,
  data: { orderId: order, currency: 'USD', netAmount },
  ...(occurredAt === undefined ? {} : { occurredAt }),
});

describe('2.10 an adjustment, end to end', () => {
  it('moves balance and progress, unlocks, and is read with its reason', async () => {
    const brand = await makeBrand();
    const ada = await enrol(brand, 'ada');
    const path = `/ambassadors/${ada.id}/adjustments`;
    const made = await admin<Adjustment>(brand, 'POST', path, { points: 60, reason: 'For the fair' });
    expect(made).toMatchObject({ points: 60, available: 60, seriesId: brand.seriesId });
    await until('the tier', async () => (await progressOf(brand, ada.id)).currentTier?.name === 'Bronze');
    const taken = await admin<Adjustment>(brand, 'POST', path, { points: -100, reason: 'A mistake' });
    expect(taken).toMatchObject({ available: -40 });
    const { items } = await read<Page<LedgerItem>>(brand, `/ambassadors/${ada.id}/ledger`);
    expect(items.map(row => [row.kind, row.availableDelta, row.reason])).toEqual([
      ['adjustment', -100, 'A mistake'],
      ['adjustment', 60, 'For the fair'],
    ]);
    const receipts = items.map(row => read<Receipt>(brand, `/receipts/${encodeURIComponent(row.eventId)}`));
    expect((await Promise.all(receipts)).map(({ status, points }) => [status, points])).toEqual([
      ['reversed', -100],
      ['awarded', 60],
    ]);
    await until('the deficit', async () => {
      const { tiers, points } = await progressOf(brand, ada.id);
      return points === -40 && tiers[0]?.deficit === 90;
    });
    const { token } = await admin<{ token: string }>(brand, 'POST', `/ambassadors/${ada.id}/session`);
    const lines = await until('the lines', async () => {
      const { activity } = await ok<HomeState>('GET', `${cairn().portal}/api/portal/v1/home`, { token });
      return activity.length === 2 ? activity : undefined;
    });
    expect(lines.map(line => [line.title, line.points, line.explanation])).toEqual([
      ['Points taken back', -100, 'Rosewood says: A mistake'],
      ['Points added', 60, 'Rosewood says: For the fair'],
    ]);
  });

  it('is refused where it says nothing, and needs the right to write', async () => {
    const brand = await makeBrand();
    const ada = await enrol(brand, 'ada');
    const url = `${cairn().portal}/api/v1/ambassadors/${ada.id}/adjustments`;
    for (const body of [
      { points: 0, reason: 'x' },
      { points: 1, reason: ' ' },
      { points: 1.5, reason: 'x' },
    ]) {
      expect((await call('POST', url, { token: brand.apiKey, body })).status).toBe(400);
    }
    const key = { name: 'reads', scopes: ['admin:read'] };
    const { key: token } = await admin<{ key: string }>(brand, 'POST', '/keys', key);
    const body = { points: 1, reason: 'x' };
    expect((await call('POST', url, { token, body })).status).toBe(403);
  });
});

describe('2.7 a replay, end to end', () => {
  const refused = async () => {
    const brand = await makeBrand();
    const program = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Late', category: 'x' });
    await admin(brand, 'PUT', `/programs/${program.id}/referral-rule`, {
      mode: 'tiered',
      metric: 'sales_count',
      lookbackDays: 30,
      tiers: [
        { from: 0, points: 10 },
        { from: 2, rate: '1' },
      ],
    });
    const bob = await enrol(brand, 'bob', 'Bob', { programId: program.id, joinedAt: hoursAgo(30) });
    for (const n of [3, 2, 1]) {
      const receipt = await send(brand, sale('bob', `late-${n}`, 5_000, hoursAgo(n)));
      expect(receipt).toMatchObject({ status: 'not_awarded', reason: 'no_live_series' });
    }
    return { brand, program, bob };
  };

  const live = async (brand: TestBrand, programId: string) => {
    const series = await admin<{ id: string }>(brand, 'POST', '/series', {
      name: 'Late',
      category: 'x',
      programIds: [programId],
      startsAt: hoursAgo(24),
      completion: { kind: 'stay' },
      tiers: [{ name: 'One', threshold: 70, medal: { preset: 'gold' }, description: '', rewards: [] }],
    });
    await admin(brand, 'POST', `/series/${series.id}/publish`, {});
  };

  it('lists what was refused, previews, awards at the events’ own time, and once', async () => {
    const { brand, program, bob } = await refused();
    const found = `/receipts?reason=no_live_series&programId=${program.id}`;
    const { items } = await read<Page<BrandReceiptItem>>(brand, found);
    expect(items.map(item => [item.eventId, item.ambassador?.name, item.programId])).toEqual(
      ['late-1', 'late-2', 'late-3'].map(order => [`sale-${order}`, 'Bob', program.id]),
    );
    expect(items[0]!.explanation).toContain('No milestone series was running');

    const replay = (body: object) => admin<object>(brand, 'POST', '/receipts/replay', body);
    const filter = { reason: 'no_live_series', programId: program.id };
    expect(await replay({ filter, preview: true })).toMatchObject({ wouldAward: 0 });
    await live(brand, program.id);
    // 2.6 the two before the last one count for it: 10, 10, and 50.00 at a rate of 1.
    expect(await replay({ filter, preview: true })).toEqual({ wouldAward: 3, points: 70, others: [] });
    expect(await replay({ filter })).toEqual({ replayed: 3, points: 70, others: [] });
    expect(await replay({ filter })).toEqual({ replayed: 0, points: 0, others: [] });
    expect(await read<Receipt>(brand, '/receipts/sale-late-1')).toMatchObject({
      status: 'awarded',
      points: 50,
    });
    await until('the tier', async () => (await progressOf(brand, bob.id)).currentTier?.name === 'One');
  });

  it('of other reasons is refused, and says why', async () => {
    const { brand } = await refused();
    const answer = await call<{ code: string; detail: string }>(
      'POST',
      `${cairn().portal}/api/v1/receipts/replay`,
      { token: brand.apiKey, body: { filter: { reason: 'limit_reached' } } },
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'not_replayable']);
    expect(answer.body.detail).toContain('no_live_series');
    const none = await call('GET', `${cairn().portal}/api/v1/receipts`, { token: brand.apiKey });
    expect(none.status).toBe(400);
  });

  it('of more than a thousand goes on by itself and tells how far it is', async () => {
    const { brand, program } = await refused();
    const events = Array.from({ length: 1_100 }, (_, n) => ({
      id: `many-${n}`,
      type: 'referral.sale',
      occurredAt: hoursAgo(1),
      ambassador: { externalId: 'bob' },
      data: { orderId: `many-${n}`, currency: 'USD', netAmount: 100 },
    }));
    for (const part of [events.slice(0, 1_000), events.slice(1_000)]) {
      await ok('POST', `${cairn().ingestion}/v1/events`, { token: brand.apiKey, body: part });
    }
    const last = `${cairn().portal}/api/v1/receipts/many-1099`;
    await until('the last receipt', async () => {
      return (await call('GET', last, { token: brand.apiKey })).status === 200;
    });
    await live(brand, program.id);
    const filter = { reason: 'no_live_series' };
    const started = await admin<ReplayProgress>(brand, 'POST', '/receipts/replay', { filter });
    expect(started).toMatchObject({ preview: false, total: 1_103 });
    const done = await until('the end of the replay', async () => {
      const progress = await read<ReplayProgress>(brand, `/receipts/replays/${started.id}`);
      return progress.status === 'done' ? progress : undefined;
    });
    expect(done).toMatchObject({ judged: 1_103, replayed: 1_103, others: [] });
  });
});

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}
