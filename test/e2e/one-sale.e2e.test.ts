import type { LedgerItem, Receipt } from '@cairn/contracts/http/ledger';
import type { Page } from '@cairn/contracts/http/page';
import type { Balance, UnlockItem } from '@cairn/contracts/http/progress';
import type { RewardItem } from '@cairn/contracts/http/reward-item';
import { Inbox } from '@cairn/demo/http/inbox';
import { until } from '@cairn/service-kit/testing/until';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, ok } from '../support/api.js';
import { enrol, makeBrand, progressOf, read, sell, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

let brand: TestBrand;

beforeAll(async () => {
  brand = await makeBrand();
}, 60_000);

const receiptOf = (id: string) => read<Receipt>(brand, `/receipts/${encodeURIComponent(id)}`);
const ledgerOf = async (id: string) =>
  (await read<Page<LedgerItem>>(brand, `/ambassadors/${id}/ledger`)).items;
const rewardsOf = async (id: string) =>
  (await read<Page<RewardItem>>(brand, `/ambassadors/${id}/rewards`)).items;

interface ShopDiscount {
  code: string;
  customerEmails: string[] | null;
  usageLimit: number | null;
}

async function shopDiscount(code: string): Promise<ShopDiscount[]> {
  const { items } = await read<Page<{ domain: string }>>(brand, '/shops');
  const url = `${cairn().shop}/control/shops/${items[0]?.domain}/discounts?code=${encodeURIComponent(code)}`;
  return (await ok<Page<ShopDiscount>>('GET', url)).items;
}

describe('one sale, end to end', () => {
  it('posts points, unlocks the tier, makes the code in the shop and mails that very code', async () => {
    const ada = await enrol(brand, 'ada');
    const sale = await sell(brand, 'ada', 24_000);
    expect(await receiptOf(sale.id)).toMatchObject({ status: 'awarded', points: 60 });
    const progress = await until('Bronze is unlocked', async () => {
      const now = await progressOf(brand, ada.id);
      return now.tiers[0]?.unlockedAt && now;
    });
    expect(progress).toMatchObject({
      program: { id: brand.programId, name: 'Friends' },
      series: { id: brand.seriesId, name: 'The climb' },
      cycle: 1,
      points: 60,
      pending: 0,
      currentTier: { name: 'Bronze', threshold: 50 },
      nextTier: { name: 'Silver', threshold: 100, missing: 40, rewards: ['15% off'] },
    });
    const [reward] = await until('the code is issued', async () => {
      const rewards = await rewardsOf(ada.id);
      return rewards[0]?.status === 'issued' && rewards;
    });
    expect(reward).toMatchObject({ type: 'discount_code', tier: { name: 'Bronze' }, cycle: 1 });
    expect(await shopDiscount(reward!.code!)).toMatchObject([
      { code: reward!.code, customerEmails: [ada.email], usageLimit: 1 },
    ]);
    const inbox = new Inbox(cairn().inbox);
    const [mail] = await until('the mail is there', async () => {
      const mails = await inbox.to(ada.email);
      return mails.length > 0 && mails;
    });
    expect(mail!.subject).toContain('Bronze');
    expect(mail!.html).toContain(reward!.code);
    expect(mail!.text).toContain(reward!.code);
  }, 60_000);

  it('2.16 sent again, it changes nothing; 2.9 a refund takes back in proportion; 3.6 the tier stays', async () => {
    const bob = await enrol(brand, 'bob');
    const sale = await sell(brand, 'bob', 24_000, 'bobs-order');
    await receiptOf(sale.id);
    await sell(brand, 'bob', 24_000, 'bobs-order');
    const refund = {
      id: 'bobs-refund',
      type: 'referral.refund',
      occurredAt: new Date().toISOString(),
      data: { orderId: 'bobs-order', netAmount: 12_000 },
    };
    await ok('POST', `${cairn().ingestion}/v1/events`, { token: brand.apiKey, body: refund });
    expect(await receiptOf('bobs-refund')).toMatchObject({ status: 'reversed', points: -30 });
    expect((await ledgerOf(bob.id)).map(row => [row.seq, row.kind, row.availableDelta])).toEqual([
      [2, 'reversal', -30],
      [1, 'referral', 60],
    ]);
    const progress = await until('the refund has reached the portal', async () => {
      const now = await progressOf(brand, bob.id);
      return now.points === 30 && now;
    });
    expect(progress.tiers[0]).toMatchObject({ name: 'Bronze', deficit: 20 });
    await until('the balance has reached the portal', async () => {
      const balance = await read<Balance>(brand, `/ambassadors/${bob.id}/balance`);
      return balance.available === 30 && balance.pending === 0;
    });
    expect(progress.tiers[0]!.unlockedAt).not.toBeNull();
    const unlocks = await read<Page<UnlockItem>>(brand, `/ambassadors/${bob.id}/unlocks`);
    expect(unlocks.items).toMatchObject([
      { series: { id: brand.seriesId }, cycle: 1, tier: { name: 'Bronze' } },
    ]);
  }, 60_000);

  it('3.5 several tiers at once unlock in ascending order, each with its own mail (5.2)', async () => {
    const cleo = await enrol(brand, 'cleo');
    await sell(brand, 'cleo', 500_000);
    await until('three codes', async () => {
      const rewards = await rewardsOf(cleo.id);
      return rewards.length === 3 && rewards.every(reward => reward.status === 'issued');
    });
    const mails = await until('three mails', async () => {
      const found = await new Inbox(cairn().inbox).to(cleo.email);
      return found.length === 3 && found;
    });
    expect(new Set(mails.map(mail => mail.subject)).size).toBe(3);
    expect(await progressOf(brand, cleo.id)).toMatchObject({ currentTier: { name: 'Gold' }, nextTier: null });
  }, 60_000);
});

describe('who may do what', () => {
  it('6.2 another brand’s ids answer 404, everywhere', async () => {
    const ada = (await read<Page<{ id: string }>>(brand, '/ambassadors?externalId=ada')).items[0]!;
    const other = await makeBrand('Other');
    for (const path of ['', '/balance', '/progress', '/unlocks', '/ledger', '/rewards']) {
      const url = `${cairn().portal}/api/v1/ambassadors/${ada.id}${path}`;
      const answer = await call<{ code: string }>('GET', url, { token: other.apiKey });
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not_found']);
    }
    const series = await call('GET', `${cairn().portal}/api/v1/series/${brand.seriesId}`, {
      token: other.apiKey,
    });
    expect(series.status).toBe(404);
  }, 60_000);

  it('a missing or unknown key is 401, a lesser scope 403', async () => {
    const { portal, ingestion } = cairn();
    expect((await call('GET', `${portal}/api/v1/brand`)).status).toBe(401);
    expect((await call('GET', `${portal}/api/v1/brand`, { token: 'ck_unknown' })).status).toBe(401);
    expect((await call('POST', `${ingestion}/v1/events`, { token: 'ck_unknown', body: {} })).status).toBe(
      401,
    );
    const body = { name: 'reader', scopes: ['admin:read'] };
    const reader = await ok<{ id: string; key: string }>('POST', `${portal}/api/v1/keys`, {
      token: brand.apiKey,
      body,
    });
    expect((await call('GET', `${portal}/api/v1/brand`, { token: reader.key })).status).toBe(200);
    const program = { name: 'No', category: 'x' };
    expect(
      (await call('POST', `${portal}/api/v1/programs`, { token: reader.key, body: program })).status,
    ).toBe(403);
    expect((await call('POST', `${ingestion}/v1/events`, { token: reader.key, body: {} })).status).toBe(403);
    expect(
      (await call('DELETE', `${portal}/api/v1/keys/${reader.id}`, { token: brand.apiKey })).status,
    ).toBeLessThan(300);
    expect((await call('GET', `${portal}/api/v1/brand`, { token: reader.key })).status).toBe(401);
  }, 60_000);
});

describe('what ingestion answers', () => {
  const post = (options: Parameters<typeof call>[2]) =>
    call<Record<string, unknown>>('POST', `${cairn().ingestion}/v1/events`, {
      token: brand.apiKey,
      ...options,
    });

  it('takes the valid events of a mixed array and names the others', async () => {
    const good = {
      id: 'mixed-1',
      type: 'referral.refund',
      occurredAt: new Date().toISOString(),
      data: { orderId: 'x', netAmount: 1 },
    };
    const answer = await post({
      body: [good, { ...good, id: 'a b' }, { ...good, id: 'mixed-2', type: 'nope' }],
    });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, id: 'a b', code: 'invalid_event', errors: [{ path: 'id' }] },
        { index: 2, id: 'mixed-2', code: 'unknown_type' },
      ],
    });
  });

  it.each([
    ['a body that is not JSON', { raw: '{' }, 400, 'invalid_json'],
    ['one bad event alone', { body: { id: 'x' } }, 400, 'invalid_event'],
    ['over 1,000 in an array', { body: Array.from({ length: 1_001 }, () => ({})) }, 413, 'too_large'],
    [
      'text that no database keeps',
      {
        body: {
          id: 'half',
          type: 'referral.refund',
          occurredAt: '2026-11-01T10:00:00Z',
          data: { orderId: 'o\ud800', netAmount: 1 },
        },
      },
      400,
      'invalid_event',
    ],
    ['over 5 MB', { raw: `["${'x'.repeat(5_300_000)}"]` }, 413, 'too_large'],
  ])('%s', async (_, options, status, code) => {
    const answer = await post(options);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
