import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/all.js';
import { home, type Service, serviceOn, TestBrand } from '../../testing/brand.js';
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

/** Cost points, and points a second. */
const plan = { maximumAvailable: 400, restoreRate: 100 };

describe('a shop’s budget', () => {
  it('is used up while rewards wait for it', async () => {
    const brand = await new TestBrand(service).ready(home);
    await shopify.plan(brand.shop, plan);
    const mug = await shopify.variant(brand.shop, 'MUG-SND');
    await shopify.setStock(brand.shop, mug.id, 1_000);
    const product = { type: 'shopify_product', variantId: mug.id } as const;
    for (let n = 0; n < 70; n++) await brand.deliver(brand.unlockOf([{ percent: 20 }, product]));
    const runner = new DueWorkRunner(db, createLogger('rewards', 'silent'));
    const { issue, order, fill, sweep, claimable, subscribe, pull, connect } = service;
    new RewardsDueWork(runner, issue, order, fill, sweep, claimable, subscribe, pull, connect).onModuleInit();
    const before = await shopify.budgetUse(brand.shop);
    const began = Date.now();
    runner.start(100);
    try {
      await until('all are given', async () =>
        (await brand.rewards()).every(({ status }) => status === 'issued' || status === 'ordered'),
      );
    } finally {
      await runner.stop();
    }
    const after = await shopify.budgetUse(brand.shop);
    const restored = ((Date.now() - began) / 1_000) * plan.restoreRate;
    // What comes back while the bucket is full is lost.
    expect(after.lost - before.lost).toBeLessThan(restored * 0.2);
  }, 120_000);
});
