import type { HomeState } from '@cairn/contracts/http/home';
import type { Page } from '@cairn/contracts/http/page';
import type { UnlockItem } from '@cairn/contracts/http/progress';
import type { PublishedSeries, SeriesItem, SeriesStanding } from '@cairn/contracts/http/series';
import { until } from '@cairn/service-kit/testing/until';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { admin, enrol, makeBrand, progressOf, read, sell, send, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

let brand: TestBrand;

beforeAll(async () => {
  brand = await makeBrand();
}, 60_000);

const attempt = (method: string, path: string, body?: unknown) =>
  call<{ code: string; detail: string; errors?: { path: string }[] }>(
    method,
    `${cairn().portal}/api/v1${path}`,
    {
      token: brand.apiKey,
      body,
    },
  );

const draft = (programIds: string[], change: object = {}) => ({
  name: 'Second climb',
  category: 'other',
  programIds,
  completion: { kind: 'stay' },
  tiers: [{ name: 'Only', threshold: 10, medal: { preset: 'ruby' }, description: '', rewards: [] }],
  ...change,
});

const unlocksOf = async (id: string) =>
  (await read<Page<UnlockItem>>(brand, `/ambassadors/${id}/unlocks`)).items.map(item => item.tier.name);

describe('a series’ life', () => {
  it('3.1 a program is in one series at a time; ending the first frees it', async () => {
    const other = await makeBrand('Exclusive');
    const second = await admin<{ id: string }>(other, 'POST', '/series', draft([other.programId]));
    const publish = () =>
      call<{ code: string }>('POST', `${cairn().portal}/api/v1/series/${second.id}/publish`, {
        token: other.apiKey,
        body: {},
      });
    const refused = await publish();
    expect([refused.status, refused.body.code]).toEqual([409, 'program_in_another_series']);
    await admin(other, 'POST', `/series/${other.seriesId}/end`);
    expect((await publish()).status).toBe(200);
  });

  it('3.2 in a pause nothing earns; what was earned before unlocks at the resume, ascending', async () => {
    const ada = await enrol(brand, 'ada', 'Ada', { joinedAt: new Date(Date.now() - 60_000).toISOString() });
    const before = new Date().toISOString();
    expect(await admin<PublishedSeries>(brand, 'POST', `/series/${brand.seriesId}/pause`)).toMatchObject({
      status: 'paused',
    });
    const again = await attempt('POST', `/series/${brand.seriesId}/pause`);
    expect([again.status, again.body.code]).toEqual([409, 'series_not_live']);
    const sale = (id: string, occurredAt?: string) => ({
      id,
      type: 'referral.sale',
      externalId: 'ada',
      data: { orderId: id, currency: 'USD', netAmount: 60_000 },
      ...(occurredAt === undefined ? {} : { occurredAt }),
    });
    expect(await send(brand, sale('in-the-pause'))).toMatchObject({ reason: 'no_live_series' });
    expect(await send(brand, sale('before-it', before))).toMatchObject({ status: 'awarded', points: 150 });
    await until('the points are counted', async () => (await progressOf(brand, ada.id)).points === 150);
    expect(await unlocksOf(ada.id)).toEqual([]);
    await admin(brand, 'POST', `/series/${brand.seriesId}/resume`);
    await until('both tiers unlock', async () => (await unlocksOf(ada.id)).length === 2);
    expect(await unlocksOf(ada.id)).toEqual(['Silver', 'Bronze']);
    expect(await send(brand, sale('after'))).toMatchObject({ status: 'awarded' });
  });

  it('3.7 repeat begins the next cycle with what is over; several tiers unlock at once', async () => {
    const program = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Loop', category: 'x' });
    await admin(brand, 'PUT', `/programs/${program.id}/referral-rule`, { mode: 'fixed', rate: '1' });
    const tiers = [250, 500, 1000].map(threshold => ({
      name: `T${threshold}`,
      threshold,
      medal: { preset: 'gold' },
      description: '',
      rewards: [],
    }));
    const completion = { kind: 'repeat', maxCycles: 2, carryOver: true };
    const series = await admin<{ id: string }>(
      brand,
      'POST',
      '/series',
      draft([program.id], { tiers, completion }),
    );
    await admin(brand, 'POST', `/series/${series.id}/publish`, {});
    const rex = await enrol(brand, 'rex', 'Rex', { programId: program.id });
    await sell(brand, 'rex', 108_000);
    const progress = await until('cycle 2 has begun', async () => {
      const now = await progressOf(brand, rex.id);
      return now.cycle === 2 && now;
    });
    expect(progress).toMatchObject({
      points: 80,
      currentTier: null,
      nextTier: { name: 'T250', missing: 170 },
    });
    expect(await unlocksOf(rex.id)).toEqual(['T1000', 'T500', 'T250']);
  });

  it('3.7 promote moves the ambassador into the other program', async () => {
    const from = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Small', category: 'x' });
    const to = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Big', category: 'x' });
    await admin(brand, 'PUT', `/programs/${from.id}/referral-rule`, { mode: 'flat', points: 10 });
    const completion = { kind: 'promote', programId: to.id };
    const series = await admin<{ id: string }>(brand, 'POST', '/series', draft([from.id], { completion }));
    const published = await admin<PublishedSeries>(brand, 'POST', `/series/${series.id}/publish`, {});
    expect(published.warnings.length).toBeGreaterThan(0);
    const pia = await enrol(brand, 'pia', 'Pia', { programId: from.id });
    await sell(brand, 'pia', 100);
    await until('she is in the bigger program', async () => {
      const { program } = await progressOf(brand, pia.id);
      return program?.name === 'Big';
    });
    const back = await admin<{ id: string }>(
      brand,
      'POST',
      '/series',
      draft([to.id], { completion: { kind: 'promote', programId: from.id } }),
    );
    const circle = await attempt('POST', `/series/${back.id}/publish`, {});
    expect([circle.status, circle.body.code]).toEqual([409, 'promotion_circle']);
  });

  it('3.9 the preview is the home at any number of points, of the draft too', async () => {
    const program = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'New', category: 'x' });
    const series = await admin<{ id: string }>(brand, 'POST', '/series', draft([program.id]));
    const at = (points: number) =>
      admin<HomeState>(brand, 'POST', `/series/${series.id}/preview`, { points });
    expect(await at(4)).toMatchObject({ points: 4, nextTier: { name: 'Only', missing: 6 } });
    expect(await at(10)).toMatchObject({ currentTier: { name: 'Only' }, nextTier: null });
  });

  it('5.4 a broken mail of a tier is refused when it is saved, by its field; so is a reward by its', async () => {
    const program = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Mail', category: 'x' });
    const [tier] = draft([]).tiers;
    const broken = { ...tier, email: { subject: 'You did it', body: '{{#if tier}}' } };
    const mail = await attempt('POST', '/series', draft([program.id], { tiers: [broken] }));
    expect([mail.status, mail.body.errors?.[0]?.path]).toEqual([400, 'tiers.0.email.body']);
    const off = { ...tier, rewards: [{ type: 'discount_code', source: 'shopify', percent: 200 }] };
    const reward = await attempt('POST', '/series', draft([program.id], { tiers: [off] }));
    expect([reward.status, reward.body.errors?.[0]?.path]).toEqual([400, 'tiers.0.rewards.0.percent']);
    const own = {
      ...tier,
      email: { subject: '{{tier.name}}!', body: 'Well done, {{ambassador.firstName}}' },
    };
    expect((await attempt('POST', '/series', draft([program.id], { tiers: [own] }))).status).toBe(201);
  });

  it('lists by program, category and status; counts who stands where', async () => {
    const { items } = await read<Page<SeriesItem>>(brand, '/series?status=live&category=referral');
    expect(items.map(series => series.id)).toEqual([brand.seriesId]);
    const mine = await read<Page<SeriesItem>>(brand, `/series?programId=${brand.programId}`);
    expect(mine.items[0]).toMatchObject({ id: brand.seriesId, participants: 1 });
    const standing = await read<SeriesStanding>(brand, `/series/${brand.seriesId}/standing`);
    expect(standing).toMatchObject({ participants: 1 });
    expect(standing.tiers.map(tier => tier.unlocked)).toEqual([1, 1, 0]);
  });

  it('3.10 after the end nothing new earns', async () => {
    await admin(brand, 'POST', `/series/${brand.seriesId}/end`);
    await enrol(brand, 'late', 'Late');
    const data = { orderId: 'late', currency: 'USD', netAmount: 60_000 };
    const sale = { id: 'late', type: 'referral.sale', externalId: 'late', data };
    expect(await send(brand, sale)).toMatchObject({ reason: 'no_live_series' });
    const ended = await attempt('POST', `/series/${brand.seriesId}/resume`);
    expect(ended.status).toBe(409);
  });
});
