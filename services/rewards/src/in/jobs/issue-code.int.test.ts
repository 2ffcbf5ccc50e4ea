import { newId } from '@cairn/service-kit/events/derive';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/all.js';
import { listRewards } from '../../app/list-rewards.js';
import { codeOf } from '../../domain/code.js';
import { issueCode } from '../../domain/work.js';
import { createDiscountCode } from '../../out/shopify/operations/create-discount-code.js';
import { type Service, serviceOn, TestBrand } from '../../testing/brand.js';
import { standin } from '../../testing/standin.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);

let db: DataSource;
let drop: () => Promise<void>;
let service: Service;
let brand: TestBrand;

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  service = serviceOn(db, standinUrl);
});

afterAll(async () => drop());

beforeEach(() => {
  brand = new TestBrand(service);
});

describe('4.3 a discount code', () => {
  it('is made for this ambassador alone, once, and its grant says so', async () => {
    await brand.ready();
    const unlock = brand.unlockOf([
      { percent: 20, expiresInDays: 30 },
      { amount: 1000, minSubtotal: 5000 },
    ]);
    await brand.deliver(unlock);
    await brand.performDue();
    const [first, second] = unlock.data.grants.map(grant => codeOf(grant.grantId));
    const common = { usageLimit: 1, appliesOncePerCustomer: true, customerEmails: [brand.ada.email] };
    const made = await shopify.discounts(brand.shop);
    expect(made.find(each => each.code === first)).toMatchObject({
      ...common,
      value: { percentage: 0.2 },
      minimum: null,
      endsAt: '2026-12-01T10:00:00Z',
    });
    expect(made.find(each => each.code === second)).toMatchObject({
      ...common,
      value: { amount: '10.00' },
      minimum: { subtotal: '50.00' },
      endsAt: null,
    });
    expect(await shopify.customers(brand.shop)).toMatchObject([
      { firstName: 'Ada King', lastName: 'Lovelace' },
    ]);
    expect((await brand.rewards()).map(item => [item.status, item.code]).sort()).toEqual(
      [
        ['issued', first],
        ['issued', second],
      ].sort(),
    );
    const events = (await brand.published()).filter(
      event => event.grantId === unlock.data.grants[0]!.grantId,
    );
    expect(events.map(event => [event.version, event.status, event.code])).toEqual([
      [1, 'pending', null],
      [2, 'issued', first],
    ]);
    expect(events[1]!.expiresAt).toBe('2026-12-01T10:00:00.200Z');
    expect(await brand.sql.query('SELECT FROM due_work WHERE kind = $1', [issueCode])).toEqual([]);
  });

  it('4.2 an unlock delivered again changes nothing', async () => {
    await brand.ready();
    const unlock = brand.unlockOf();
    await brand.deliver(unlock, unlock);
    await brand.performDue();
    const before = await brand.published();
    await brand.deliver(unlock);
    await brand.performDue();
    expect(await brand.published()).toEqual(before);
    expect(await shopify.discounts(brand.shop)).toHaveLength(1);
  });

  it('1.6 a quiet unlock’s grants are held', async () => {
    await brand.ready();
    await brand.unlock([{ percent: 20 }], true);
    await brand.performDue();
    expect(await brand.published()).toMatchObject([{ status: 'held', heldBecause: 'quiet', version: 1 }]);
    expect(await shopify.discounts(brand.shop)).toEqual([]);
  });

  it('waits for its shop and its ambassador, and goes on when they come', async () => {
    await brand.unlock();
    await brand.performDue();
    await brand.known();
    await brand.tellAda();
    const due = 'SELECT FROM due_work WHERE kind = $1 AND due_at <= clock_timestamp()';
    expect(await brand.sql.query(due, [issueCode])).toHaveLength(1);
    await brand.performDue();
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([
      { status: 'pending', problem: 'Waiting for a shop to be connected' },
    ]);
    await brand.connected();
    expect(await brand.sql.query(due, [issueCode])).toHaveLength(1);
    await brand.performDue();
    expect((await brand.rewards())[0]).toMatchObject({ status: 'issued' });
    expect((await brand.rewards())[0]).not.toHaveProperty('problem');
    expect((await brand.published()).map(event => event.version)).toEqual([1, 2, 3, 4]);
  });
});

describe('work that somebody else has by now', () => {
  it('says nothing of what the grant waits for', async () => {
    await brand.known();
    await brand.tellAda();
    await brand.unlock();
    const [work] = await brand.claimed(issueCode);
    await brand.sql.query('UPDATE due_work SET attempts = attempts + 1');
    await service.issue.perform(work!);
    expect((await brand.rewards())[0]).not.toHaveProperty('problem');
    expect((await brand.published()).map(event => event.version)).toEqual([1]);
  });
});

describe('4.6 never two codes for one grant', () => {
  it.each([
    ['no_answer_after_commit', 'customerSet'],
    ['no_answer_after_commit', 'discountCodeBasicCreate'],
    ['http_500', 'discountCodeBasicCreate'],
    ['reset', 'customerByIdentifier'],
    ['throttled', 'discountCodeBasicCreate'],
  ])('%s at %s, then again', async (fault, operation) => {
    await brand.ready();
    await brand.unlock();
    await shopify.fault(brand.shop, fault, { operation });
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'pending' }]);
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'issued' }]);
    expect(await shopify.discounts(brand.shop)).toHaveLength(1);
    expect(await shopify.customers(brand.shop)).toHaveLength(1);
  });

  it('a crash after Shopify committed, before the answer was stored', async () => {
    await brand.ready();
    await brand.unlock();
    const [work] = await brand.claimed(issueCode);
    // The lease is over and another claimer has the work, when the first one comes with its answer.
    await brand.sql.query('UPDATE due_work SET attempts = attempts + 1');
    await service.issue.perform(work!);
    expect(await brand.rewards()).toMatchObject([{ status: 'pending' }]);
    expect(await shopify.discounts(brand.shop)).toHaveLength(1);
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'issued' }]);
    expect(await shopify.discounts(brand.shop)).toHaveLength(1);
    expect((await brand.published()).map(event => event.version)).toEqual([1, 2]);
  });

  it('a code that somebody else has is an admin’s to see', async () => {
    await brand.ready();
    const unlock = brand.unlockOf();
    await service.admin.call(await brand.access(), 'test', createDiscountCode, {
      discount: {
        title: 'Somebody’s own',
        code: codeOf(unlock.data.grants[0]!.grantId),
        startsAt: service.time.now.toISOString(),
        endsAt: null,
        usageLimit: 1,
        appliesOncePerCustomer: true,
        context: { all: 'ALL' } as never,
        customerGets: { items: { all: true }, value: { percentage: 0.5 } },
        minimumRequirement: null,
      },
    });
    await brand.deliver(unlock);
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([
      { status: 'needs_attention', problem: 'Code must be unique. Please try a different code.' },
    ]);
  });
});

describe('4.7 another reward instead', () => {
  it('never gives a code with the terms of the former one, nor a second code', async () => {
    await brand.ready();
    const { grantId } = (await brand.unlock([{ percent: 20 }])).data.grants[0]!;
    await shopify.fault(brand.shop, 'no_answer_after_commit', { operation: 'discountCodeBasicCreate' });
    await brand.performDue();
    await shopify.fault(brand.shop, 'user_error', {
      operation: 'discountCodeBasicCreate',
      userError: { field: null, message: 'No.', code: 'EXCEEDED_MAX' },
    });
    await brand.performDue();
    const reward = { type: 'discount_code', source: 'shopify', percent: 50 } as const;
    await brand.change(grantId, { kind: 'replace', reward });
    await brand.performDue();
    const [item] = await brand.rewards();
    expect(item).toMatchObject({ status: 'needs_attention', title: '50% off' });
    expect(item!.problem).toContain('the terms of the former reward');
    expect(await shopify.discounts(brand.shop)).toHaveLength(1);
  });
});

describe('4.7 a permanent refusal', () => {
  it('keeps Shopify’s own words for the admin', async () => {
    await brand.ready();
    await brand.unlock();
    await shopify.fault(brand.shop, 'user_error', {
      operation: 'discountCodeBasicCreate',
      userError: { field: null, message: 'You have too many discounts.', code: 'EXCEEDED_MAX' },
    });
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([
      { status: 'needs_attention', problem: 'You have too many discounts.' },
    ]);
    expect((await brand.published()).at(-1)).toMatchObject({ version: 2, status: 'needs_attention' });
  });

  it('a shop that took our token back', async () => {
    await brand.ready();
    await brand.unlock();
    await shopify.fault(brand.shop, 'invalid_token');
    await brand.performDue();
    expect((await brand.rewards())[0]!.problem).toContain('401');
  });

  it('an amount in another currency than the shop’s', async () => {
    await brand.ready();
    await brand.sql.query(`UPDATE shops SET currency = 'GBP' WHERE brand_id = $1`, [brand.brandId]);
    await brand.unlock([{ amount: 500 }]);
    await brand.performDue();
    expect((await brand.rewards())[0]).toMatchObject({ status: 'needs_attention' });
  });
});

describe('6.2 another brand', () => {
  it('does not see the ambassador', async () => {
    await brand.ready();
    await expect(
      listRewards(brand.sql, newId(), brand.ada.ambassadorId, { limit: 50 }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
