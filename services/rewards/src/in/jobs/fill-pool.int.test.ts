import { finishWork } from '@cairn/service-kit/due-work/due-work';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/all.js';
import { addCodes, createCodePool, listCodePools } from '../../app/code-pools.js';
import { fillPool } from '../../domain/work.js';
import { type Service, serviceOn, TestBrand } from '../../testing/brand.js';

let db: DataSource;
let drop: () => Promise<void>;
let service: Service;
let brand: TestBrand;

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  service = serviceOn(db, 'http://unused.invalid');
});

afterAll(async () => drop());

beforeEach(async () => {
  service.time.now = new Date('2026-11-01T10:00:01.000Z');
  brand = await new TestBrand(service).known();
  await brand.tellAda();
});

async function aPool(lowAt = 0, of = brand): Promise<string> {
  const answer = await inTransaction(db, sql =>
    createCodePool(sql, of.caller, { name: 'Welcome codes', lowAt }, service.time.now),
  );
  return answer.body.id;
}

async function add(poolId: string, codes: string[], of = brand) {
  return (await inTransaction(db, sql => addCodes(sql, of.caller, poolId, { codes }, service.time.now))).body;
}

function codes(n: number, from = 0): string[] {
  return Array.from({ length: n }, (_, place) => `CODE-${String(from + place).padStart(4, '0')}`);
}

const drawn = (poolId: string) => ({ source: 'pool' as const, poolId, percent: 15, expiresInDays: 30 });

async function pool(poolId: string) {
  const { items } = await listCodePools(brand.sql, brand.brandId, { limit: 50 });
  return items.find(item => item.id === poolId)!;
}

describe('4.3 a code of a pool', () => {
  it('is drawn in the order of upload, with its expiry', async () => {
    const poolId = await aPool();
    expect(await add(poolId, ['B', 'A', 'B', 'C'])).toEqual({ added: 3, duplicates: 1 });
    await brand.unlock([drawn(poolId)]);
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'issued', code: 'B', title: '15% off' }]);
    expect(await brand.published()).toMatchObject([
      { version: 1, status: 'pending', code: null },
      { version: 2, status: 'issued', code: 'B', expiresAt: '2026-12-01T10:00:00.200Z' },
    ]);
    expect(await pool(poolId)).toMatchObject({ name: 'Welcome codes', left: 2, waiting: 0, lowAt: 0 });
    expect(await brand.claimed(fillPool)).toEqual([]);
  });

  it('4.6 twenty at once: each gets one, and no code goes twice', async () => {
    const poolId = await aPool();
    await add(poolId, codes(30));
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        await brand.unlock([drawn(poolId)]);
        await brand.performDue();
      }),
    );
    await brand.performDue();
    const rewards = await brand.rewards();
    expect(rewards.map(item => item.status)).toEqual(Array(20).fill('issued'));
    expect(rewards.map(item => item.code).sort()).toEqual(codes(20));
    expect(await pool(poolId)).toMatchObject({ left: 10, waiting: 0 });
  });

  it('4.6 two claimers of one work: what one gave the other does not give again', async () => {
    const poolId = await aPool();
    await add(poolId, codes(10));
    await brand.unlock([drawn(poolId), drawn(poolId), drawn(poolId)]);
    const [work] = await brand.claimed(fillPool);
    await Promise.all([
      service.fill.perform(work!),
      service.fill.perform(work!),
      service.fill.perform(work!),
    ]);
    expect((await brand.rewards()).map(item => item.code).sort()).toEqual(codes(3));
    expect((await brand.published()).filter(event => event.version === 2)).toHaveLength(3);
    expect(await finishWork(brand.sql, work!)).toBe(false);
  });

  it('waits when the pool is empty, and is filled oldest first when codes arrive', async () => {
    const poolId = await aPool();
    await add(poolId, ['FIRST']);
    const order: string[] = [];
    for (let minute = 0; minute < 4; minute++) {
      service.time.now = new Date(Date.UTC(2026, 10, 1, 10, minute));
      order.push((await brand.unlock([drawn(poolId)])).data.grants[0]!.grantId);
      await brand.performDue();
    }
    const statuses = async () => {
      const rewards = new Map((await brand.rewards()).map(item => [item.id, item.code ?? item.status]));
      return order.map(id => rewards.get(id));
    };
    const waits = 'waiting_for_codes';
    expect(await statuses()).toEqual(['FIRST', waits, waits, waits]);
    expect(await pool(poolId)).toMatchObject({ left: 0, waiting: 3 });
    expect((await brand.queue()).map(item => item.status)).toEqual([waits, waits, waits]);

    // One who comes with the codes stands behind those who wait.
    await add(poolId, ['SECOND', 'THIRD']);
    service.time.now = new Date(Date.UTC(2026, 10, 1, 10, 5));
    order.push((await brand.unlock([drawn(poolId)])).data.grants[0]!.grantId);
    await brand.performDue();
    expect(await statuses()).toEqual(['FIRST', 'SECOND', 'THIRD', waits, waits]);
    await add(poolId, codes(5));
    await brand.performDue();
    expect((await statuses()).slice(3)).toEqual(['CODE-0000', 'CODE-0001']);
    expect(await pool(poolId)).toMatchObject({ left: 3, waiting: 0 });
  });

  it('goes on after a transaction’s worth, for those who are filled and those who wait', async () => {
    const poolId = await aPool();
    await add(poolId, codes(700));
    for (let turn = 0; turn < 130; turn++)
      await brand.unlock(Array.from({ length: 10 }, () => drawn(poolId)));
    for (let turn = 0; turn < 5; turn++) await brand.performDue();
    const [row] = await brand.sql.query(
      `SELECT count(*) FILTER (WHERE status = 'issued')::int AS issued, count(DISTINCT code)::int AS codes,
         count(*) FILTER (WHERE status = 'waiting_for_codes')::int AS waiting
       FROM grants WHERE brand_id = $1`,
      [brand.brandId],
    );
    expect(row).toEqual({ issued: 700, codes: 700, waiting: 600 });
    expect(await brand.claimed(fillPool)).toEqual([]);
  });

  it('a pool that the brand does not have needs attention; another reward instead', async () => {
    const other = await new TestBrand(service).known();
    const foreign = await aPool(0, other);
    await add(foreign, codes(3), other);
    const unlock = await brand.unlock([drawn(foreign)]);
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'needs_attention' }]);
    const { grantId } = unlock.data.grants[0]!;
    const replace = (poolId: string) =>
      brand.change(grantId, {
        kind: 'replace',
        reward: { type: 'discount_code', source: 'pool', poolId, percent: 5 },
      });
    await expect(replace(foreign)).rejects.toMatchObject({ code: 'unknown_pool' });
    const own = await aPool();
    await add(own, ['OURS']);
    await replace(own);
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'issued', code: 'OURS', title: '5% off' }]);
  });

  it('1.6 a quiet one draws when it is released', async () => {
    const poolId = await aPool();
    await add(poolId, ['X']);
    const unlock = await brand.unlock([drawn(poolId)], true);
    await brand.performDue();
    expect(await pool(poolId)).toMatchObject({ left: 1, waiting: 0 });
    await brand.change(unlock.data.grants[0]!.grantId, { kind: 'release' });
    await brand.performDue();
    expect(await brand.rewards()).toMatchObject([{ status: 'issued', code: 'X' }]);
  });
});

describe('6.2 another brand', () => {
  it('neither sees the pool nor adds to it', async () => {
    const poolId = await aPool();
    const other = await new TestBrand(service).known();
    await expect(add(poolId, ['X'], other)).rejects.toMatchObject({ code: 'not_found' });
    await expect(add(newId(), ['X'])).rejects.toMatchObject({ code: 'not_found' });
    expect((await listCodePools(brand.sql, other.brandId, { limit: 50 })).items).toEqual([]);
  });
});
