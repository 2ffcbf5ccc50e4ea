import type { Reward } from '@cairn/contracts/reward';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { recordStatements, wholeReads } from '@cairn/service-kit/testing/scans';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { home, serviceOn, TestBrand } from '../testing/brand.js';
import { poolOn } from '../testing/pools.js';
import { changeGrants } from './change-grants.js';
import { listFulfilment } from './list-fulfilment.js';

/** What a brand has few of. */
const configuration = ['brands', 'shops', 'code_pools'];

const tote: Reward = { type: 'manual_product', name: 'A tote' };
const choice: Reward = { type: 'shopify_product', variantId: '42', choice: true };

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

it('an unlock, its grants, the queue and the decisions in it read by index alone', async () => {
  const texts = new Set<string>();
  const service = serviceOn(recordStatements(database.db, texts), 'http://unused.invalid');
  const brand = await new TestBrand(service).known();
  await brand.tellAda(home);
  const poolId = newId();
  await poolOn(service, brand.brandId, poolId, ['ONE', 'TWO']);
  texts.clear();
  const unlock = await brand.unlock([tote, choice, { source: 'pool', poolId, percent: 10 }], false);
  await brand.performDue();
  const { grantId } = unlock.data.grants[0]!;
  await brand.change(grantId, { kind: 'fulfil', note: 'By post' });
  const undo = { kind: 'undo' } as const;
  await inTransaction(service.db, sql => changeGrants(sql, brand.caller, [grantId], undo, service.clock()));
  await brand.rewards();
  for (const filter of [{}, { status: ['needs_fulfilment' as const] }])
    await listFulfilment(onPool(service.db), brand.brandId, { limit: 50, ...filter });
  // The test's own hand on the due work.
  for (const text of texts) if (text.includes('due_work WHERE brand_id = $1')) texts.delete(text);
  expect(texts.size).toBeGreaterThan(10);
  expect(await wholeReads(database.db, texts, configuration)).toEqual([]);
});
