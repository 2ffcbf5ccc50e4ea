import 'reflect-metadata';
import { codePoolItem } from '@cairn/contracts/http/code-pool';
import { bulkAnswer } from '@cairn/contracts/http/fulfilment';
import { pageOf } from '@cairn/contracts/http/page';
import { fulfilmentItem, rewardItem } from '@cairn/contracts/http/reward-item';
import { missingSources, shopItem, variantItem } from '@cairn/contracts/http/shop';
import { type RunningService, startService } from '@cairn/service-kit/bootstrap/start';
import { newId } from '@cairn/service-kit/events/derive';
import { type Caller, callerHeader, encodeCaller } from '@cairn/service-kit/http/caller';
import { provisionTopics } from '@cairn/service-kit/kafka/provision-topics';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { migrations } from '../../../migrations/all.js';
import { config } from '../../config.js';
import { definition } from '../../definition.js';
import { rewardsHttp, rewardsProviders } from '../../rewards.module.js';
import { home, serviceOn, TestBrand, testTokenKeys } from '../../testing/brand.js';
import { standin } from '../../testing/standin.js';

/** Without the consumers: tests deliver events themselves, and disturb no other group. */
@Module({ controllers: rewardsHttp, providers: rewardsProviders })
class WithoutConsumers {}

const token = 'service-token-of-tests';
const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);

let database: TestDatabase;
let service: RunningService;
let url: string;
let brand: TestBrand;

beforeAll(async () => {
  const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
  await provisionTopics({ brokers });
  database = await createTestDatabase(migrations);
  const settings = config.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: token,
    REWARDS_DATABASE_URL: database.url,
    SHOPIFY_STANDIN_URL: standinUrl,
    EMAIL_HASH_KEY: 'email-hash-key-of-tests',
    SHOPIFY_TOKEN_KEYS: testTokenKeys,
    LOG_LEVEL: 'silent',
  });
  const logger = createLogger('rewards', 'silent');
  service = await startService({ ...definition, module: WithoutConsumers, recalls: [] }, settings, logger);
  url = await service.app.getUrl();
});

afterAll(async () => {
  await service?.stop();
  await database?.drop();
});

beforeEach(async () => {
  const parts = serviceOn(database.db, standinUrl);
  parts.time.now = new Date();
  brand = new TestBrand(parts);
  await brand.known();
  await brand.tellAda();
  await until('the shop is connected', async () => (await shops()).length === 1);
});

async function call(method: string, path: string, body?: unknown, caller: Caller = brand.caller) {
  const response = await fetch(`${url}/internal/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      [callerHeader]: encodeCaller(caller),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

/** The body of an answer that must be what its contract says. */
async function ask<Schema extends z.ZodType>(
  schema: Schema,
  method: string,
  path: string,
  body?: unknown,
): Promise<z.infer<Schema>> {
  const answer = await call(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return schema.parse(answer.body);
}

function commandAnswer<Schema extends z.ZodType>(schema: Schema) {
  return z.object({ body: schema, mark: z.null() });
}

const queue = pageOf(fulfilmentItem);
const changed = commandAnswer(fulfilmentItem);

async function shops() {
  return (await ask(pageOf(shopItem), 'GET', 'shops')).items;
}

async function rewards() {
  return (await ask(pageOf(rewardItem), 'GET', `ambassadors/${brand.ada.ambassadorId}/rewards`)).items;
}

describe('the internal API of rewards', () => {
  it('4.4 fulfils, takes back, cancels, in bulk too, with or without a body', async () => {
    await brand.unlock([
      { type: 'manual_product', name: 'Tote' },
      { type: 'custom', title: 'Call', description: '' },
    ]);
    const [first, second] = (await ask(queue, 'GET', 'fulfilment?status=needs_fulfilment,held')).items;
    expect(await ask(changed, 'POST', `fulfilment/${first!.id}/fulfil`)).toMatchObject({
      body: { status: 'fulfilled', version: 2 },
    });
    expect(await ask(changed, 'POST', `fulfilment/${first!.id}/undo`)).toMatchObject({
      body: { status: 'needs_fulfilment' },
    });
    const bulk = { ids: [first!.id, second!.id, newId()], action: 'fulfil', note: 'Sent' };
    const { body } = await ask(commandAnswer(bulkAnswer), 'POST', 'fulfilment/bulk', bulk);
    expect([body.done.length, body.refused.length]).toEqual([2, 1]);
    expect(await call('POST', `fulfilment/${first!.id}/release`)).toMatchObject({
      status: 409,
      body: { code: 'wrong_status' },
    });
    expect(await call('GET', 'fulfilment/counts')).toMatchObject({
      status: 200,
      body: { waiting: 0, byStatus: { needs_fulfilment: 0 } },
    });
    const slice = await ask(queue, 'GET', 'fulfilment/export?status=fulfilled&limit=1');
    const cursor = encodeURIComponent(slice.nextCursor!);
    const rest = await ask(queue, 'GET', `fulfilment/export?status=fulfilled&cursor=${cursor}`);
    expect([...slice.items, ...rest.items].map(item => item.note)).toEqual(['Sent', 'Sent']);
    expect(rest.nextCursor).toBeNull();
  });

  it('4.3 takes pools and codes, once by key, and fills who waits', async () => {
    const once = { route: 'POST /code-pools', key: newId(), bodyHash: 'b'.repeat(64) };
    const create = () => call('POST', 'code-pools', { name: 'Welcome', lowAt: 5 }, { ...brand.caller, once });
    const made = await create();
    expect(made.status).toBe(201);
    expect(await create()).toEqual(made);
    const { items } = await ask(pageOf(codePoolItem), 'GET', 'code-pools');
    expect(items).toMatchObject([{ name: 'Welcome', lowAt: 5, left: 0, waiting: 0 }]);
    const poolId = items[0]!.id;
    await brand.unlock([{ source: 'pool', poolId, percent: 10 }]);
    await until('the grant waits', async () => (await rewards())[0]?.status === 'waiting_for_codes');
    expect(await call('POST', `code-pools/${poolId}/codes`, { codes: ['ONE', 'ONE', 'TWO'] })).toMatchObject({
      body: { body: { added: 2, duplicates: 1 }, mark: null },
    });
    await until('the grant has its code', async () => (await rewards())[0]?.code === 'ONE');
    const sources = { variantIds: ['1'], poolIds: [poolId, newId()], shopIds: [newId()] };
    expect(await ask(missingSources, 'POST', 'reward-sources/check', sources)).toEqual({
      variantIds: ['1'],
      poolIds: [sources.poolIds[1]],
      shopIds: sources.shopIds,
    });
  });

  it('4.5 lists what may be chosen, takes the claim, and orders it', async () => {
    const [shop] = await shops();
    const variants = await ask(pageOf(variantItem), 'GET', `shops/${shop!.id}/variants?limit=3`);
    expect(variants.items).toHaveLength(3);
    const { id: variantId } = await shopify.variant(brand.shop, 'TOTE-NAT');
    await brand.unlock([{ type: 'shopify_product', variantId, choice: true }]);
    const [item] = await rewards();
    const path = `ambassadors/${brand.ada.ambassadorId}/rewards/${item!.id}`;
    const choices = await ask(z.object({ items: z.array(variantItem) }), 'GET', `${path}/variants`);
    const claim = { variantId: choices.items[1]!.id, address: home };
    expect(await ask(commandAnswer(rewardItem), 'POST', `${path}/claim`, claim)).toMatchObject({
      body: { status: 'pending' },
    });
    expect(await call('POST', `${path}/claim`, claim)).toMatchObject({ body: { code: 'not_claimable' } });
    await until('it is ordered', async () => (await rewards())[0]?.orderName !== undefined);
    expect(await shopify.orders(brand.shop)).toMatchObject([{ lineItems: [{ variantId: claim.variantId }] }]);
  });

  it('6.2 answers 404 for what is not the brand’s, or no id', async () => {
    for (const path of [
      `fulfilment/${newId()}/fulfil`,
      'fulfilment/nothing/retry',
      `code-pools/${newId()}/codes`,
      `ambassadors/${brand.ada.ambassadorId}/rewards/${newId()}/claim`,
    ]) {
      const body = path.endsWith('codes')
        ? { codes: ['A'] }
        : path.endsWith('claim')
          ? { address: home }
          : {};
      expect(await call('POST', path, body)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect((await call('GET', `shops/${newId()}/variants`)).status).toBe(404);
    expect((await fetch(`${url}/internal/fulfilment`)).status).toBe(401);
  });
});
