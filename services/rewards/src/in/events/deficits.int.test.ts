import type { EventOf } from '@cairn/contracts/envelope';
import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import type { Reward } from '@cairn/contracts/reward';
import { commandCause, deriveEvent } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { type Service, serviceOn, TestBrand } from '../../testing/brand.js';
import type { Unlocked } from '../../testing/given.js';
import { MilestonesEvents } from './milestones.controller.js';

const tote: Reward = { type: 'manual_product', name: 'A tote' };
const code: Reward = { type: 'discount_code', source: 'shopify', percent: 10 };

type Progress = EventOf<typeof progressChanged>;

let databases: TestDatabase[];
let service: Service;
let brand: TestBrand;

beforeAll(async () => {
  databases = [await createTestDatabase(migrations), await createTestDatabase(migrations)];
  service = serviceOn(databases[0]!.db, 'http://unused.invalid');
});

afterAll(async () => {
  for (const database of databases) await database.drop();
});

beforeEach(async () => {
  brand = await new TestBrand(service).known();
  await brand.tellAda();
});

/** A state of progress in the cycle of an unlock, so many points under its tier. */
function progressOf(
  unlock: Unlocked,
  revision: number,
  deficit: number,
  more: Partial<Progress['data']> = {},
): Progress {
  const { ambassadorId, cycle, tier, series, unlockedAt } = unlock.data;
  return deriveEvent(progressChanged, {
    source: 'milestones',
    cause: commandCause(brand.brandId, new Date()),
    ordinal: revision,
    aggregate: `progress:${ambassadorId}`,
    version: revision,
    time: unlockedAt,
    data: {
      ...progressChanged.example,
      ambassadorId,
      seriesId: series.id,
      cycle,
      unlocked: [{ tierId: tier.id, unlockedAt, deficit }],
      ...more,
    },
  });
}

async function take(events: (Progress | Unlocked)[], on = service): Promise<void> {
  const controller = new MilestonesEvents(on.clock);
  await inTransaction(on.db, sql => controller.handle(events, { sql, topic: 't', partition: 0 }));
}

const states = async () => (await brand.rewards()).map(({ status }) => status).toSorted();

describe('3.6 a deficit', () => {
  it('3.6 holds what is not fulfilled, tells it, and takes its work off; an admin releases it', async () => {
    const unlock = await brand.unlock([tote, code]);
    await take([progressOf(unlock, 4, 0), progressOf(unlock, 5, 40)]);
    expect(await states()).toEqual(['held', 'held']);
    const held = (await brand.published()).filter(event => event.status === 'held');
    expect(held).toMatchObject([
      { heldBecause: 'deficit', version: 2, deficit: { under: true, revision: 5 } },
      { heldBecause: 'deficit', version: 2 },
    ]);
    expect(await brand.claimed('issue-code')).toEqual([]);
    expect(await brand.queue({ status: ['held'] })).toHaveLength(2);
    await take([progressOf(unlock, 6, 0)]);
    expect(await states()).toEqual(['held', 'held']);
    for (const { id } of await brand.queue({ status: ['held'] })) await brand.change(id, { kind: 'release' });
    await take([progressOf(unlock, 7, 0)]);
    expect(await states()).toEqual(['needs_fulfilment', 'pending']);
  });

  it('3.6 what was released in it is not held by it again; fulfilled rewards stay as they are', async () => {
    const unlock = await brand.unlock([tote, tote]);
    const [first, second] = (await brand.queue()).map(({ id }) => id);
    await brand.change(second!, { kind: 'fulfil' });
    await take([progressOf(unlock, 5, 40)]);
    expect(await states()).toEqual(['fulfilled', 'held']);
    await brand.change(first!, { kind: 'release' });
    await take([progressOf(unlock, 6, 50)]);
    expect(await states()).toEqual(['fulfilled', 'needs_fulfilment']);
    await take([progressOf(unlock, 7, 0), progressOf(unlock, 8, 10)]);
    expect(await states()).toEqual(['fulfilled', 'held']);
  });

  it('any split and repetition of the stream holds the same', async () => {
    const streams = [
      [5, 40],
      [6, 0],
      [7, 10],
      [8, 0],
    ];
    const outcomes: unknown[] = [];
    for (const split of [[4], [1, 1, 1, 1], [2, 2], [3, 1]]) {
      const unlock = await brand.unlock([tote]);
      const events = streams.map(([revision, deficit]) => progressOf(unlock, revision!, deficit!));
      let from = 0;
      for (const size of split) {
        await take(events.slice(from, from + size));
        await take(events.slice(0, from + size));
        from += size;
      }
      const { version, status } = (await brand.published()).at(-1)!;
      outcomes.push({ version, status });
    }
    expect(new Set(outcomes.map(one => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ version: 2, status: 'held' })]),
    );
  });

  it('is of its own cycle, tier, ambassador and brand', async () => {
    const unlock = await brand.unlock([tote]);
    const other = progressOf(unlock, 9, 40, { ambassadorId: crypto.randomUUID() });
    const later = progressOf(unlock, 5, 40, { cycle: unlock.data.cycle + 1 });
    const elsewhere = { ...progressOf(unlock, 6, 40), brandid: crypto.randomUUID() };
    await take([other, later, elsewhere]);
    expect(await states()).toEqual(['needs_fulfilment']);
  });

  it('after a restore what was released stays released, and its deficit holds it no second time', async () => {
    const unlock = await brand.unlock([tote]);
    const fell = progressOf(unlock, 5, 40);
    await take([fell]);
    const { id } = (await brand.queue())[0]!;
    await brand.change(id, { kind: 'release' });
    const lost = await brand.stream();
    const restored = serviceOn(databases[1]!.db, 'http://unused.invalid');
    const again = await new TestBrand(restored, brand).known();
    await again.tellAda();
    await again.recall(...lost);
    await take([unlock, fell], restored);
    expect((await again.rewards()).map(({ status }) => status)).toEqual(['needs_fulfilment']);
    await take([progressOf(unlock, 6, 0), progressOf(unlock, 7, 10)], restored);
    expect((await again.rewards()).map(({ status }) => status)).toEqual(['held']);
  });
});
