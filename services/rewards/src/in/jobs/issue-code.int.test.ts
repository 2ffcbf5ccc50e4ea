import { envelope } from '@cairn/contracts/envelope';
import { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { claimWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/all.js';
import { ConnectStandin } from '../../app/connect-standin.js';
import { IssueCode } from '../../app/issue-code.js';
import { listRewards } from '../../app/list-rewards.js';
import { recordUnlocks } from '../../app/record-unlocks.js';
import { config, type RewardsConfig } from '../../config.js';
import { codeOf } from '../../domain/code.js';
import { standinDomain } from '../../domain/standin-domain.js';
import { issueCode } from '../../domain/work.js';
import { ShopifyAdmin } from '../../out/shopify/admin.js';
import { createDiscountCode } from '../../out/shopify/operations/create-discount-code.js';
import { ambassadorEvent, brandEvent, type Unlocked, unlockEvent } from '../../testing/given.js';
import { standin } from '../../testing/standin.js';
import { AmbassadorsEvents } from '../events/ambassadors.controller.js';
import { BrandsEvents } from '../events/brands.controller.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);
const now = new Date('2026-11-01T10:00:01.000Z');
const logger = createLogger('rewards', 'silent');
const chunk = { topic: 't', partition: 0 };

let db: DataSource;
let drop: () => Promise<void>;
let settings: RewardsConfig;
let issue: IssueCode;
let connect: ConnectStandin;
let brandId: string;
let shop: string;
const ada = { ambassadorId: '', name: 'Ada King Lovelace', email: '' };

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  settings = config.parse({
    PORT: '0',
    KAFKA_BROKERS: 'unused:1',
    REDIS_URL: 'redis://unused',
    SERVICE_TOKEN: 'a-token-of-this-test',
    REWARDS_DATABASE_URL: 'postgres://unused',
    SHOPIFY_STANDIN_URL: standinUrl,
  });
  const admin = new ShopifyAdmin(settings, logger);
  issue = new IssueCode(db, admin, () => now);
  connect = new ConnectStandin(db, settings, () => now, new DueWorkRunner(db, logger));
});

afterAll(async () => drop());

beforeEach(async () => {
  brandId = newId();
  shop = standinDomain(brandEvent(brandId).data.slug, brandId);
  ada.ambassadorId = newId();
  ada.email = `ada-${ada.ambassadorId}@example.com`;
  await onPool(db).query('DELETE FROM due_work');
  await onPool(db).query('DELETE FROM outbox');
});

async function knowBrand(currency = 'USD'): Promise<void> {
  const events = new BrandsEvents(() => now, settings);
  await inTransaction(db, sql => events.handle([brandEvent(brandId, currency)], { sql, ...chunk }));
}

async function knowAda(): Promise<void> {
  await inTransaction(db, sql =>
    new AmbassadorsEvents().handle([ambassadorEvent(brandId, ada)], { sql, ...chunk }),
  );
}

async function connectShop(): Promise<void> {
  for (const work of await claimWork(onPool(db), 'connect-standin', 10, 60_000)) await connect.perform(work);
}

async function deliver(...events: Unlocked[]): Promise<void> {
  await inTransaction(db, sql => recordUnlocks(sql, events, now));
}

/** Performs what is due once, as if its time had come. */
async function performDue(): Promise<void> {
  await onPool(db).query('UPDATE due_work SET due_at = clock_timestamp()');
  const claimed = await claimWork(onPool(db), issueCode, 500, 60_000);
  await Promise.all(claimed.map(work => issue.perform(work)));
}

async function rewards() {
  return (await listRewards(onPool(db), brandId, ada.ambassadorId, { limit: 50 })).items;
}

async function published() {
  const rows = await onPool(db).query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
  return rows
    .map(row => envelope.parse(JSON.parse(row.value)))
    .filter(event => event.type === grantChanged.type)
    .map(event => ({
      ...grantChanged.data.parse(event.data),
      version: event.aggregateversion,
      id: event.id,
    }));
}

async function ready(): Promise<void> {
  await knowBrand();
  await knowAda();
  await connectShop();
}

describe('4.3 a discount code', () => {
  it('is made for this ambassador alone, once, and its grant says so', async () => {
    await ready();
    const unlock = unlockEvent(brandId, ada.ambassadorId, [
      { percent: 20, expiresInDays: 30 },
      { amount: 1000, minSubtotal: 5000 },
    ]);
    await deliver(unlock);
    await performDue();
    const [first, second] = unlock.data.grants.map(grant => codeOf(grant.grantId));
    const common = { usageLimit: 1, appliesOncePerCustomer: true, customerEmails: [ada.email] };
    const made = await shopify.discounts(shop);
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
    expect(await shopify.customers(shop)).toMatchObject([{ firstName: 'Ada King', lastName: 'Lovelace' }]);
    expect((await rewards()).map(item => [item.status, item.code]).sort()).toEqual(
      [
        ['issued', first],
        ['issued', second],
      ].sort(),
    );
    const events = (await published()).filter(event => event.grantId === unlock.data.grants[0]!.grantId);
    expect(events.map(event => [event.version, event.status, event.code])).toEqual([
      [1, 'pending', null],
      [2, 'issued', first],
    ]);
    expect(events[1]!.expiresAt).toBe('2026-12-01T10:00:00.200Z');
    expect(await onPool(db).query('SELECT FROM due_work')).toEqual([]);
  });

  it('4.2 an unlock delivered again changes nothing', async () => {
    await ready();
    const unlock = unlockEvent(brandId, ada.ambassadorId);
    await deliver(unlock, unlock);
    await performDue();
    const before = await published();
    await deliver(unlock);
    await performDue();
    expect(await published()).toEqual(before);
    expect(await shopify.discounts(shop)).toHaveLength(1);
  });

  it('1.6 a quiet unlock’s grants are held', async () => {
    await ready();
    await deliver(unlockEvent(brandId, ada.ambassadorId, [{ percent: 20 }], true));
    await performDue();
    expect(await published()).toMatchObject([{ status: 'held', heldBecause: 'quiet', version: 1 }]);
    expect(await shopify.discounts(shop)).toEqual([]);
  });

  it('waits for its shop and its ambassador, and goes on when they come', async () => {
    await deliver(unlockEvent(brandId, ada.ambassadorId));
    await performDue();
    await knowBrand();
    await knowAda();
    const due = 'SELECT FROM due_work WHERE kind = $1 AND due_at <= clock_timestamp()';
    expect(await onPool(db).query(due, [issueCode])).toHaveLength(1);
    await performDue();
    await performDue();
    expect(await rewards()).toMatchObject([
      { status: 'pending', problem: 'Waiting for a shop to be connected' },
    ]);
    await connectShop();
    expect(await onPool(db).query(due, [issueCode])).toHaveLength(1);
    await performDue();
    expect((await rewards())[0]).toMatchObject({ status: 'issued' });
    expect((await rewards())[0]).not.toHaveProperty('problem');
    expect((await published()).map(event => event.version)).toEqual([1, 2, 3, 4]);
  });
});

describe('work that somebody else has by now', () => {
  it('says nothing of what the grant waits for', async () => {
    await knowBrand();
    await knowAda();
    await deliver(unlockEvent(brandId, ada.ambassadorId));
    const [work] = await claimWork(onPool(db), issueCode, 1, 60_000);
    await onPool(db).query('UPDATE due_work SET attempts = attempts + 1');
    await issue.perform(work!);
    expect((await rewards())[0]).not.toHaveProperty('problem');
    expect((await published()).map(event => event.version)).toEqual([1]);
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
    await ready();
    await deliver(unlockEvent(brandId, ada.ambassadorId));
    await shopify.fault(shop, fault, { operation });
    await performDue();
    expect(await rewards()).toMatchObject([{ status: 'pending' }]);
    await performDue();
    expect(await rewards()).toMatchObject([{ status: 'issued' }]);
    expect(await shopify.discounts(shop)).toHaveLength(1);
    expect(await shopify.customers(shop)).toHaveLength(1);
  });

  it('a crash after Shopify committed, before the answer was stored', async () => {
    await ready();
    await deliver(unlockEvent(brandId, ada.ambassadorId));
    const [work] = await claimWork(onPool(db), issueCode, 1, 60_000);
    // The lease is over and another claimer has the work, when the first one comes with its answer.
    await onPool(db).query('UPDATE due_work SET attempts = attempts + 1');
    await issue.perform(work!);
    expect(await rewards()).toMatchObject([{ status: 'pending' }]);
    expect(await shopify.discounts(shop)).toHaveLength(1);
    await performDue();
    expect(await rewards()).toMatchObject([{ status: 'issued' }]);
    expect(await shopify.discounts(shop)).toHaveLength(1);
    expect((await published()).map(event => event.version)).toEqual([1, 2]);
  });

  it('a code that somebody else has is an admin’s to see', async () => {
    await ready();
    const unlock = unlockEvent(brandId, ada.ambassadorId);
    const [row] = await onPool(db).query<{ access_token: string }>(
      'SELECT access_token FROM shops WHERE brand_id = $1',
      [brandId],
    );
    await new ShopifyAdmin(settings, logger).call(
      { domain: shop, accessToken: row!.access_token },
      'test',
      createDiscountCode,
      {
        discount: {
          title: 'Somebody’s own',
          code: codeOf(unlock.data.grants[0]!.grantId),
          startsAt: now.toISOString(),
          endsAt: null,
          usageLimit: 1,
          appliesOncePerCustomer: true,
          context: { all: 'ALL' } as never,
          customerGets: { items: { all: true }, value: { percentage: 0.5 } },
          minimumRequirement: null,
        },
      },
    );
    await deliver(unlock);
    await performDue();
    expect(await rewards()).toMatchObject([
      { status: 'needs_attention', problem: 'Code must be unique. Please try a different code.' },
    ]);
  });
});

describe('4.7 a permanent refusal', () => {
  it('keeps Shopify’s own words for the admin', async () => {
    await ready();
    await deliver(unlockEvent(brandId, ada.ambassadorId));
    await shopify.fault(shop, 'user_error', {
      operation: 'discountCodeBasicCreate',
      userError: { field: null, message: 'You have too many discounts.', code: 'EXCEEDED_MAX' },
    });
    await performDue();
    expect(await rewards()).toMatchObject([
      { status: 'needs_attention', problem: 'You have too many discounts.' },
    ]);
    expect((await published()).at(-1)).toMatchObject({ version: 2, status: 'needs_attention' });
  });

  it('a shop that took our token back', async () => {
    await ready();
    await deliver(unlockEvent(brandId, ada.ambassadorId));
    await shopify.fault(shop, 'invalid_token');
    await performDue();
    expect((await rewards())[0]!.problem).toContain('401');
  });

  it('an amount in another currency than the shop’s', async () => {
    await ready();
    await onPool(db).query(`UPDATE shops SET currency = 'GBP' WHERE brand_id = $1`, [brandId]);
    await deliver(unlockEvent(brandId, ada.ambassadorId, [{ amount: 500 }]));
    await performDue();
    expect((await rewards())[0]).toMatchObject({ status: 'needs_attention' });
  });
});

describe('6.2 another brand', () => {
  it('does not see the ambassador', async () => {
    await ready();
    await expect(listRewards(onPool(db), newId(), ada.ambassadorId, { limit: 50 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
