import type { Reward } from '@cairn/contracts/reward';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { type Service, serviceOn, TestBrand } from '../testing/brand.js';
import { changeGrants } from './change-grants.js';
import { countFulfilment, listFulfilment } from './list-fulfilment.js';

const tote: Reward = { type: 'manual_product', name: 'A tote' };
const call: Reward = { type: 'custom', title: 'A call with us', description: 'Half an hour' };
const choice: Reward = { type: 'shopify_product', variantId: '42', choice: true };
const none = { needs_fulfilment: 0, held: 0, needs_attention: 0, waiting_for_codes: 0, claimable: 0 };
const start = Date.UTC(2026, 10, 1, 10);

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
  service.time.now = new Date(start);
  brand = await new TestBrand(service).known();
  await brand.tellAda();
});

async function granted(reward: Reward, quiet = false): Promise<string> {
  return (await brand.unlock([reward], quiet)).data.grants[0]!.grantId;
}

describe('4.4 manual and custom rewards', () => {
  it('wait at once, are fulfilled with a note and a tracking number, and can be taken back', async () => {
    const id = await granted(tote);
    expect(await brand.queue()).toMatchObject([
      {
        id,
        title: 'A tote',
        type: 'manual_product',
        status: 'needs_fulfilment',
        ambassador: { id: brand.ada.ambassadorId, name: brand.ada.name },
        series: { name: 'Climb' },
        version: 1,
      },
    ]);
    const done = await brand.change(id, { kind: 'fulfil', note: 'By post', tracking: '1Z999' });
    expect(done).toMatchObject({
      status: 'fulfilled',
      note: 'By post',
      tracking: '1Z999',
      fulfilledAt: '2026-11-01T10:00:00.000Z',
      undoUntil: '2026-11-02T10:00:00.000Z',
      version: 2,
    });
    expect(await brand.rewards()).toMatchObject([
      { title: 'A tote', fulfilledAt: '2026-11-01T10:00:00.000Z' },
    ]);
    expect(await brand.queue()).toEqual([]);
    expect(await brand.change(id, { kind: 'undo' })).toMatchObject({
      status: 'needs_fulfilment',
      version: 3,
    });
    expect(await brand.published()).toMatchObject([
      { version: 1, status: 'needs_fulfilment', fulfilledAt: null },
      { version: 2, status: 'fulfilled', note: 'By post', tracking: '1Z999' },
      { version: 3, status: 'needs_fulfilment', note: null, fulfilledAt: null },
    ]);
    expect(await brand.audited()).toMatchObject([
      {
        action: 'reward.fulfil',
        target: { kind: 'reward', id },
        actor: { kind: 'admin' },
        before: { status: 'needs_fulfilment' },
        after: { status: 'fulfilled', tracking: '1Z999' },
      },
      { action: 'reward.undo', before: { status: 'fulfilled' }, after: { status: 'needs_fulfilment' } },
    ]);
  });

  it('cannot be taken back after 24 hours', async () => {
    const id = await granted(call);
    await brand.change(id, { kind: 'fulfil' });
    service.time.now = new Date(start + 86_400_001);
    await expect(brand.change(id, { kind: 'undo' })).rejects.toMatchObject({ code: 'undo_too_late' });
  });

  it('are fulfilled many at once, each on its own', async () => {
    const ids = [await granted(tote), await granted(call), await granted(choice)];
    const unknown = newId();
    const action = { kind: 'fulfil', note: 'Handed over' } as const;
    const answer = await inTransaction(db, sql =>
      changeGrants(sql, brand.caller, [...ids, unknown, ids[0]!], action, service.time.now),
    );
    expect(answer).toMatchObject({
      done: ids.slice(0, 2),
      refused: [
        { id: ids[2], code: 'wrong_status' },
        { id: unknown, code: 'not_found' },
      ],
    });
    expect((await brand.queue({ status: ['fulfilled'] })).map(item => item.note)).toEqual([
      'Handed over',
      'Handed over',
    ]);
    expect(await brand.audited()).toHaveLength(2);
  });

  it('are done once by two who come together', async () => {
    const id = await granted(tote);
    const both = await Promise.allSettled([
      brand.change(id, { kind: 'fulfil' }),
      brand.change(id, { kind: 'fulfil' }),
    ]);
    expect(both.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await brand.published()).map(event => event.version)).toEqual([1, 2]);
  });

  it('1.6 of a quiet unlock are held until they are released or cancelled', async () => {
    const [first, second] = [await granted(tote, true), await granted(call, true)];
    expect(await brand.queue({ status: ['held'] })).toMatchObject([
      { heldBecause: 'quiet' },
      { heldBecause: 'quiet' },
    ]);
    const released = await brand.change(first, { kind: 'release' });
    expect(released).toMatchObject({ status: 'needs_fulfilment' });
    expect(released).not.toHaveProperty('heldBecause');
    expect(await brand.change(second, { kind: 'cancel', note: 'Old story' })).toMatchObject({
      status: 'cancelled',
      note: 'Old story',
    });
    await expect(brand.change(second, { kind: 'release' })).rejects.toMatchObject({ code: 'wrong_status' });
  });
});

describe('the queue', () => {
  it('is newest first by cursor, by status, type, series and ambassador; and counted', async () => {
    const ids: string[] = [];
    for (let minute = 0; minute < 5; minute++) {
      service.time.now = new Date(start + minute * 60_000);
      ids.push(await granted(minute % 2 === 0 ? tote : choice));
    }
    await brand.change(ids[0]!, { kind: 'fulfil' });
    const waiting = ids.slice(1).reverse();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listFulfilment(brand.sql, brand.brandId, { limit: 2, cursor });
      seen.push(...page.items.map(item => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(waiting);
    const found = async (filter: object) => (await brand.queue(filter)).map(item => item.id);
    expect(await found({ status: ['fulfilled'] })).toEqual([ids[0]]);
    expect(await found({ status: ['claimable', 'fulfilled', 'fulfilled'] })).toEqual([
      ids[3],
      ids[1],
      ids[0],
    ]);
    expect(await found({ type: 'shopify_product' })).toEqual([ids[3], ids[1]]);
    expect(await found({ ambassadorId: brand.ada.ambassadorId })).toEqual(waiting);
    expect(await found({ ambassadorId: newId() })).toEqual([]);
    expect(await found({ seriesId: newId() })).toEqual([]);
    expect(await countFulfilment(brand.sql, brand.brandId)).toEqual({
      waiting: 4,
      byStatus: { ...none, needs_fulfilment: 2, claimable: 2 },
    });
  });

  it('6.2 is the brand’s own', async () => {
    const id = await granted(tote);
    const other = await new TestBrand(service).known();
    expect(await other.queue()).toEqual([]);
    await expect(other.change(id, { kind: 'fulfil' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await countFulfilment(brand.sql, other.brandId)).toEqual({ waiting: 0, byStatus: none });
  });
});

describe('4.7 another reward instead', () => {
  it('keeps the id, publishes the new one, and the audit holds the old one', async () => {
    const id = await granted(tote);
    const changed = await brand.change(id, { kind: 'replace', reward: call });
    expect(changed).toMatchObject({
      id,
      title: 'A call with us',
      type: 'custom',
      status: 'needs_fulfilment',
    });
    expect((await brand.published()).at(-1)).toMatchObject({ reward: call, version: 2 });
    expect(await brand.audited()).toMatchObject([
      { action: 'reward.replace', before: { reward: tote }, after: { reward: call } },
    ]);
  });
});
