import type { AmbassadorDetail } from '@cairn/contracts/http/ambassador';
import type { MessageItem } from '@cairn/contracts/http/message-item';
import type { Page } from '@cairn/contracts/http/page';
import type { UnlockItem } from '@cairn/contracts/http/progress';
import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import type { PublishedSeries, SeriesImpact, SeriesView } from '@cairn/contracts/http/series';
import { until } from '@cairn/service-kit/testing/until';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { admin, enrol, makeBrand, progressOf, read, send, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

let brand: TestBrand;

beforeAll(async () => {
  brand = await makeBrand('Editing');
}, 60_000);

const sale = (id: string, externalId: string, netAmount: number, occurredAt?: string) => ({
  id,
  type: 'referral.sale',
  externalId,
  data: { orderId: id, currency: 'USD', netAmount },
  ...(occurredAt === undefined ? {} : { occurredAt }),
});

const seriesNow = () => read<SeriesView>(brand, `/series/${brand.seriesId}`);
const unlocksOf = async (id: string) =>
  (await read<Page<UnlockItem>>(brand, `/ambassadors/${id}/unlocks`)).items.map(item => item.tier.name);
const attempt = (method: string, path: string, body?: unknown) =>
  call<{ code: string }>(method, `${cairn().portal}/api/v1${path}`, { token: brand.apiKey, body });

describe('3.8 a series is edited while it is live', () => {
  it('3.8 draft, impact, and a publish that unlocks at once and is mailed; the portal shows it', async () => {
    const ada = await enrol(brand, 'ada');
    await send(brand, sale('ada-1', 'ada', 36_000));
    await until('90 points', async () => (await progressOf(brand, ada.id)).points === 90);
    const { tiers } = await seriesNow();
    const lowered = tiers.map(tier => (tier.name === 'Silver' ? { ...tier, threshold: 80 } : tier));
    const drafted = await admin<SeriesView>(brand, 'PATCH', `/series/${brand.seriesId}`, { tiers: lowered });
    expect(drafted.tiers.map(tier => tier.threshold)).toEqual([50, 100, 1_000]);
    expect(drafted.draft!.tiers.map(tier => tier.threshold)).toEqual([50, 80, 1_000]);
    expect((await progressOf(brand, ada.id)).nextTier).toMatchObject({ threshold: 100 });

    const impact = await admin<SeriesImpact>(brand, 'POST', `/series/${brand.seriesId}/impact`, {});
    expect(impact.gaining.map(({ tier, ambassadors }) => [tier.name, ambassadors])).toEqual([
      ['Bronze', 0],
      ['Silver', 1],
      ['Gold', 0],
    ]);
    const published = await admin<PublishedSeries>(brand, 'POST', `/series/${brand.seriesId}/publish`, {
      retroactive: true,
    });
    expect(published).toMatchObject({ version: 2, draft: null, status: 'live' });
    await until('Silver unlocks', async () => (await unlocksOf(ada.id)).includes('Silver'));
    expect(
      await until('it is told', async () => {
        const { retroactive } = await seriesNow();
        return retroactive?.finishedAt !== null && retroactive;
      }),
    ).toMatchObject({ version: 2, total: 1, done: 1, gained: 1 });
    const rewards = () =>
      read<Page<{ tier: { name: string }; status: string }>>(brand, `/ambassadors/${ada.id}/rewards`);
    await until('its code is made', async () =>
      (await rewards()).items.some(({ tier, status }) => tier.name === 'Silver' && status === 'issued'),
    );
    await until('its mail goes', async () => {
      const { items } = await read<Page<MessageItem>>(brand, '/messages?status=sent');
      return items.some(({ template, tier }) => template === 'tier-unlocked' && tier?.name === 'Silver');
    });
    expect((await progressOf(brand, ada.id)).currentTier).toMatchObject({ name: 'Silver' });
  }, 60_000);

  it('3.8 raising takes no tier away and puts nobody into a deficit, now and with the next row', async () => {
    const own = await makeBrand('Raising');
    const ada = await enrol(own, 'ada');
    await send(own, sale('r-1', 'ada', 44_000));
    await until('Silver', async () => (await progressOf(own, ada.id)).currentTier?.name === 'Silver');
    const { tiers } = await read<SeriesView>(own, `/series/${own.seriesId}`);
    const raised = tiers.map(tier => (tier.name === 'Silver' ? { ...tier, threshold: 500 } : tier));
    await admin(own, 'PATCH', `/series/${own.seriesId}`, { tiers: raised });
    await admin(own, 'POST', `/series/${own.seriesId}/publish`, {});
    const silver = async () => (await progressOf(own, ada.id)).tiers[1]!;
    await until('the portal shows the next version', async () => (await silver()).threshold === 500);
    expect(await silver()).toMatchObject({ deficit: 0, unlockedAt: expect.any(String) });
    await send(own, sale('r-2', 'ada', 400));
    await until('the next row', async () => (await progressOf(own, ada.id)).points === 111);
    expect(await silver()).toMatchObject({ deficit: 0, unlockedAt: expect.any(String) });
    await send(own, {
      id: 'r-3',
      type: 'referral.refund',
      externalId: 'ada',
      data: { orderId: 'r-1', netAmount: 8_000 },
    });
    await until('the refund', async () => (await progressOf(own, ada.id)).points === 91);
    expect(await silver()).toMatchObject({ deficit: 9 });
  }, 60_000);

  it('3.1 a program that comes in earns from then on, one that leaves until then', async () => {
    const crew = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Crew', category: 'x' });
    await admin(brand, 'PUT', `/programs/${crew.id}/referral-rule`, { mode: 'flat', points: 5 });
    const joinedAt = new Date(Date.now() - 3_600_000).toISOString();
    await enrol(brand, 'cleo', 'Cleo', { programId: crew.id, joinedAt });
    const before = new Date(Date.now() - 1_000).toISOString();
    await admin(brand, 'PATCH', `/series/${brand.seriesId}`, { programIds: [brand.programId, crew.id] });
    await admin(brand, 'POST', `/series/${brand.seriesId}/publish`, {});
    expect(await send(brand, sale('cleo-early', 'cleo', 100, before))).toMatchObject({
      reason: 'no_live_series',
    });
    const during = new Date().toISOString();
    expect(await send(brand, sale('cleo-in', 'cleo', 100, during))).toMatchObject({ status: 'awarded' });
    await admin(brand, 'PATCH', `/series/${brand.seriesId}`, { programIds: [brand.programId] });
    await admin(brand, 'POST', `/series/${brand.seriesId}/publish`, {});
    expect(await send(brand, sale('cleo-late', 'cleo', 100))).toMatchObject({ reason: 'no_live_series' });
    expect(await send(brand, sale('cleo-then', 'cleo', 100, during))).toMatchObject({ status: 'awarded' });
  }, 60_000);

  it('a draft is discarded, and what is published stays', async () => {
    await admin(brand, 'PATCH', `/series/${brand.seriesId}`, { name: 'Another name' });
    const { name, draft } = await admin<SeriesView>(brand, 'DELETE', `/series/${brand.seriesId}/draft`);
    expect([name, draft]).toEqual(['The climb', null]);
    const again = await attempt('POST', `/series/${brand.seriesId}/publish`, {});
    expect([again.status, again.body.code]).toEqual([409, 'series_not_draft']);
  }, 60_000);
});

describe('1.4 an ambassador is moved by hand', () => {
  it('1.4 in force when it has answered: events are judged by when they happened', async () => {
    const joinedAt = new Date(Date.now() - 3_600_000).toISOString();
    const bea = await enrol(brand, 'bea', 'Bea', { joinedAt });
    const next = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Next', category: 'x' });
    await admin(brand, 'PUT', `/programs/${next.id}/referral-rule`, { mode: 'flat', points: 7 });
    const before = new Date().toISOString();
    const moved = await admin<AmbassadorDetail>(brand, 'POST', `/ambassadors/${bea.id}/move`, {
      programId: next.id,
    });
    expect(moved).toMatchObject({ programId: next.id, memberships: [{ programId: brand.programId }, {}] });
    expect(await send(brand, sale('bea-after', 'bea', 4_000))).toMatchObject({ reason: 'no_live_series' });
    expect(await send(brand, sale('bea-before', 'bea', 4_000, before))).toMatchObject({
      status: 'awarded',
      points: 10,
    });
    const again = await attempt('POST', `/ambassadors/${bea.id}/move`, { programId: next.id });
    expect([again.status, again.body.code]).toEqual([409, 'already_in_program']);
    const early = { programId: brand.programId, at: joinedAt };
    const refused = await attempt('POST', `/ambassadors/${bea.id}/move`, early);
    expect([refused.status, refused.body.code]).toEqual([409, 'move_before_membership']);

    await admin(brand, 'POST', `/ambassadors/${bea.id}/leave`, {});
    expect(await send(brand, sale('bea-left', 'bea', 4_000))).toMatchObject({ reason: 'not_a_member' });
    expect(await progressOf(brand, bea.id)).toMatchObject({ program: null, series: null });
    await admin(brand, 'POST', `/ambassadors/${bea.id}/move`, { programId: brand.programId });
    expect(await send(brand, sale('bea-back', 'bea', 4_000))).toMatchObject({ status: 'awarded' });
    await until('they go on from there', async () => (await progressOf(brand, bea.id)).points === 20);
  }, 60_000);
});

describe('3.6 a deficit', () => {
  it('3.6 holds what is not fulfilled for an admin; points that come back release nothing', async () => {
    const shop = await makeBrand('Deficit');
    const { tiers } = await read<SeriesView>(shop, `/series/${shop.seriesId}`);
    const [bronze, ...others] = tiers;
    const manual = { ...bronze!, rewards: [{ type: 'manual_product', name: 'A tote' }] };
    await admin(shop, 'PATCH', `/series/${shop.seriesId}`, { tiers: [manual, ...others] });
    await admin(shop, 'POST', `/series/${shop.seriesId}/publish`, {});
    const dan = await enrol(shop, 'dan', 'Dan');
    const waiting = async (status: string) =>
      (await read<Page<FulfilmentItem>>(shop, `/fulfilment?status=${status}`)).items;
    await send(shop, sale('dan-1', 'dan', 24_000));
    await until('a tote is to be sent', async () => (await waiting('needs_fulfilment')).length === 1);
    await send(shop, {
      id: 'dan-refund',
      type: 'referral.refund',
      externalId: 'dan',
      data: { orderId: 'dan-1', netAmount: 12_000 },
    });
    const [held] = await until('it is held', async () => {
      const items = await waiting('held');
      return items.length === 1 && items;
    });
    expect(held).toMatchObject({ heldBecause: 'deficit', ambassador: { id: dan.id } });
    await send(shop, sale('dan-2', 'dan', 24_000));
    await until('the points are back', async () => (await progressOf(shop, dan.id)).points === 90);
    expect(await waiting('held')).toHaveLength(1);
    await admin(shop, 'POST', `/fulfilment/${held!.id}/release`, {});
    await until('it is to be sent', async () => (await waiting('needs_fulfilment')).length === 1);
  }, 60_000);
});
