import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/all.js';
import { type Service, serviceOn, TestBrand } from '../../testing/brand.js';
import { standin } from '../../testing/standin.js';
import { RewardsDueWork } from './due-work.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);

let db: DataSource;
let drop: () => Promise<void>;
let service: Service;

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  service = serviceOn(db, standinUrl);
});

afterAll(async () => drop());

/** Unlocks with a code each. */
async function unlock(brand: TestBrand, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await brand.deliver(brand.unlockOf([{ percent: 20 }]));
}

async function issued(brand: TestBrand): Promise<number> {
  return (await brand.rewards()).filter(({ status }) => status === 'issued').length;
}

describe('a shop that answers slowly', () => {
  it('does not delay another shop’s codes', async () => {
    const [slow, quick] = [new TestBrand(service), new TestBrand(service)];
    await Promise.all([slow.ready(), quick.ready()]);
    await shopify.fault(slow.shop, 'slow', { ms: 4_000, times: 1_000 });
    await unlock(slow, 60);
    await unlock(quick, 20);
    const runner = new DueWorkRunner(db, createLogger('rewards', 'silent'));
    const { issue, order, fill, sweep, claimable, subscribe, pull, connect } = service;
    new RewardsDueWork(runner, issue, order, fill, sweep, claimable, subscribe, pull, connect).onModuleInit();
    runner.start(100);
    try {
      await until('the quick shop has made its codes', async () => (await issued(quick)) === 20);
      expect(await issued(slow)).toBeLessThan(20);
    } finally {
      await runner.stop();
    }
  }, 120_000);
});
