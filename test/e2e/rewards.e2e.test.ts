import type { Page } from '@cairn/contracts/http/page';
import type { FulfilmentItem, RewardItem } from '@cairn/contracts/http/reward-item';
import type { VariantItem } from '@cairn/contracts/http/shop';
import { Inbox } from '@cairn/demo/http/inbox';
import { until } from '@cairn/service-kit/testing/until';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { admin, enrol, makeBrand, read, sell, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';
import { mailedLink } from '../support/sign-in.js';

let brand: TestBrand;
let variants: VariantItem[];
let poolId: string;

const address = {
  name: 'Ada Lovelace',
  line1: '1 Mill Road',
  city: 'Bath',
  postalCode: 'BA1 1AA',
  country: 'GB',
};

beforeAll(async () => {
  brand = await makeBrand();
  const shop = await until('the shop is connected', async () => {
    const { items } = await read<Page<{ id: string }>>(brand, '/shops');
    return items[0];
  });
  variants = (await read<Page<VariantItem>>(brand, `/shops/${shop.id}/variants`)).items;
  const olga = { name: 'Olga', email: `olga@${brand.slug}.example`, role: 'owner' };
  await admin(brand, 'POST', '/members', olga);
  poolId = (await admin<{ id: string }>(brand, 'POST', '/code-pools', { name: 'Spa days' })).id;
  await admin(brand, 'POST', `/series/${brand.seriesId}/end`, {});
  const series = await admin<{ id: string }>(brand, 'POST', '/series', {
    name: 'Everything',
    category: 'referral',
    programIds: [brand.programId],
    completion: { kind: 'stay' },
    tiers: [
      {
        name: 'Opal',
        threshold: 50,
        medal: { gradient: { colors: ['#112233', '#aabbcc'], angle: 90 } },
        description: 'All at once',
        rewards: [
          { type: 'discount_code', source: 'shopify', percent: 10 },
          { type: 'discount_code', source: 'pool', poolId, amount: 1_000 },
          { type: 'manual_product', name: 'Gift box' },
          { type: 'custom', title: 'A call with the founder', description: 'Half an hour' },
          { type: 'shopify_product', variantId: inStock().id },
        ],
      },
    ],
  });
  await admin(brand, 'POST', `/series/${series.id}/publish`, {});
}, 120_000);

const inStock = () => variants.find(variant => (variant.stock ?? 1) > 3)!;
const rewardsOf = async (id: string) =>
  (await read<Page<RewardItem>>(brand, `/ambassadors/${id}/rewards`)).items;
const statuses = async (id: string) =>
  Object.fromEntries((await rewardsOf(id)).map(reward => [reward.title, reward.status]));
const queue = async (query: string) =>
  (await read<Page<FulfilmentItem>>(brand, `/fulfilment?${query}`)).items;

describe('the four types of rewards', () => {
  it('4.1 all arrive, each as it should; 3.3 several rewards a tier', async () => {
    const ada = await enrol(brand, 'ada', 'Ada Lovelace', { address });
    await sell(brand, 'ada', 20_000);
    const settled = await until('all five stand where they should', async () => {
      const now = await statuses(ada.id);
      return Object.keys(now).length === 5 && !Object.values(now).includes('pending') && now;
    });
    expect(settled).toEqual({
      '10% off': 'issued',
      '$10 off': 'waiting_for_codes',
      'Gift box': 'needs_fulfilment',
      'A call with the founder': 'needs_fulfilment',
      'A free product': 'ordered',
    });
    const ordered = (await rewardsOf(ada.id)).find(reward => reward.type === 'shopify_product');
    expect(ordered!.orderName).toMatch(/^#\d+/);
  });

  it('4.3 an empty pool alerts the admins by mail', async () => {
    const alert = await until('the alert', async () =>
      (await new Inbox(cairn().inbox).to(`olga@${brand.slug}.example`)).find(mail =>
        mail.subject.startsWith('Codes needed'),
      ),
    );
    expect(alert.subject).toBe('Codes needed: Spa days');
    expect(alert.text).toContain('/admin/settings/codes');
  });

  it('4.3 a pool fills what waits by itself, and never gives a code twice', async () => {
    const codes = ['SPA-1', 'SPA-2', 'SPA-2'];
    expect(await admin(brand, 'POST', `/code-pools/${poolId}/codes`, { codes })).toEqual({
      added: 2,
      duplicates: 1,
    });
    const ada = (await read<Page<{ id: string }>>(brand, '/ambassadors?externalId=ada')).items[0]!;
    const drawn = await until('the waiting one is filled', async () => {
      const reward = (await rewardsOf(ada.id)).find(({ title }) => title === '$10 off');
      return reward?.status === 'issued' && reward.code;
    });
    const bob = await enrol(brand, 'bob', 'Bob', { address });
    await sell(brand, 'bob', 20_000);
    const second = await until('the next one is drawn', async () => {
      const reward = (await rewardsOf(bob.id)).find(({ title }) => title === '$10 off');
      return reward?.status === 'issued' && reward.code;
    });
    expect(new Set([drawn, second])).toEqual(new Set(['SPA-1', 'SPA-2']));
    const pools = await read<Page<{ id: string; left: number }>>(brand, '/code-pools');
    expect(pools.items.find(pool => pool.id === poolId)).toMatchObject({ left: 0 });
  });

  it('4.4 an admin fulfils with a note and tracking, and undoes it; the series list counts', async () => {
    const waiting = await queue('status=needs_fulfilment&type=manual_product');
    const box = waiting.find(item => item.ambassador.name === 'Ada Lovelace')!;
    expect(box).toMatchObject({
      address,
      title: 'Gift box',
      series: { name: 'Everything' },
      tier: { name: 'Opal' },
    });
    const fulfilled = await admin<FulfilmentItem>(brand, 'POST', `/fulfilment/${box.id}/fulfil`, {
      note: 'With love',
      tracking: '1Z 999',
    });
    expect(fulfilled).toMatchObject({ status: 'fulfilled', note: 'With love', tracking: '1Z 999' });
    const twice = await call<{ code: string; detail: string }>(
      'POST',
      `${cairn().portal}/api/v1/fulfilment/${box.id}/fulfil`,
      { token: brand.apiKey, body: {} },
    );
    expect([twice.status, twice.body.code]).toEqual([409, 'wrong_status']);
    expect(await admin(brand, 'POST', `/fulfilment/${box.id}/undo`)).toMatchObject({
      status: 'needs_fulfilment',
    });
    const ids = (await queue('status=needs_fulfilment')).map(item => item.id);
    const bulk = await admin<{ done: string[] }>(brand, 'POST', '/fulfilment/bulk', {
      ids,
      action: 'fulfil',
    });
    expect(new Set(bulk.done)).toEqual(new Set(ids));
    await until('the list counts none', async () => {
      const { items } = await read<Page<{ name: string; needsFulfilment: number }>>(brand, '/series');
      return items.find(series => series.name === 'Everything')?.needsFulfilment === 0;
    });
    const csv = await fetch(`${cairn().portal}/api/v1/fulfilment.csv?status=fulfilled`, {
      headers: { authorization: `Bearer ${brand.apiKey}` },
    });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const rows = (await csv.text()).trim().split('\n');
    expect(rows).toHaveLength(1 + ids.length);
    expect(rows.join()).toContain('1 Mill Road, BA1 1AA Bath, GB');
  });

  it('4.5 without an address it is claimable, is claimed in the portal once, and is then ordered', async () => {
    const eve = await enrol(brand, 'eve', 'Eve');
    await sell(brand, 'eve', 20_000);
    const claimable = await until('it waits for an address', async () =>
      (await rewardsOf(eve.id)).find(reward => reward.status === 'claimable'),
    );
    const { portal } = cairn();
    const token = new URL(await mailedLink(brand, eve.email)).searchParams.get('token');
    const session = await call<{ token: string }>('POST', `${portal}/api/auth/session`, { body: { token } });
    const claim = () =>
      call<{ code: string }>('POST', `${portal}/api/portal/v1/rewards/${claimable.id}/claim`, {
        token: session.body.token,
        body: { address: { ...address, name: 'Eve' } },
      });
    expect((await claim()).status).toBe(200);
    expect((await claim()).body.code).toBe('not_claimable');
    await until('it is ordered', async () => (await statuses(eve.id))['A free product'] === 'ordered');
  });

  it('5.1 the unlock mail says what is there and what happens next; one more brings what came later', async () => {
    const mailed = (subject: RegExp) =>
      until(`a mail about ${subject}`, async () => {
        const mails = await new Inbox(cairn().inbox).to(`ada@${brand.slug}.example`);
        return mails.find(mail => subject.test(mail.subject));
      });
    const unlock = await mailed(/^You reached Opal/);
    expect(unlock.text).toContain('Gift box');
    expect(unlock.text).toContain('A call with the founder');
    expect(unlock.text).toMatch(/CAIRN-/);
    expect((await mailed(/^Your Opal reward is ready/)).text).toMatch(/SPA-\d/);
  });

  it('a variant that the shop does not have is refused at publish, by its field', async () => {
    const program = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'V', category: 'x' });
    const series = await admin<{ id: string }>(brand, 'POST', '/series', {
      name: 'Nothing there',
      category: 'x',
      programIds: [program.id],
      completion: { kind: 'stay' },
      tiers: [
        {
          name: 'One',
          threshold: 1,
          medal: { preset: 'gold' },
          description: '',
          rewards: [{ type: 'shopify_product', variantId: '999999999999' }],
        },
      ],
    });
    const url = `${cairn().portal}/api/v1/series/${series.id}/publish`;
    const answer = await call<{ code: string; errors: { path: string }[] }>('POST', url, {
      token: brand.apiKey,
      body: {},
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'unknown_variant']);
    expect(answer.body.errors[0]!.path).toBe('tiers.0.rewards.0.variantId');
  });
});
