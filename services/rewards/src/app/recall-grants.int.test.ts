import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { home, type Service, serviceOn, TestBrand } from '../testing/brand.js';
import type { Unlocked } from '../testing/given.js';
import { poolOn } from '../testing/pools.js';
import { standin } from '../testing/standin.js';
import { recallGrants } from './recall-grants.js';

const standinUrl = process.env.TEST_SHOPIFY_URL ?? '';
const shopify = standin(standinUrl);
const manual = { type: 'manual_product', name: 'A mug' } as const;

let databases: TestDatabase[];
/** What was lost, and what is restored in its place: empty, since its backup is older than all that happens here. */
let lost: Service;
let restored: Service;
let before: TestBrand;
let after: TestBrand;

beforeAll(async () => {
  databases = [await createTestDatabase(migrations), await createTestDatabase(migrations)];
  [lost, restored] = databases.map(({ db }) => serviceOn(db, standinUrl)) as [Service, Service];
});

afterAll(async () => {
  for (const database of databases) await database.drop();
});

beforeEach(async () => {
  lost.time.now = new Date('2026-11-01T10:00:01.000Z');
  restored.time.now = new Date('2026-11-01T12:00:00.000Z');
  before = await new TestBrand(lost).ready(home);
  after = await new TestBrand(restored, before).ready(home);
});

/** What came of the lost life: each gives the unlock that it began with. */
const lives: Record<string, () => Promise<Unlocked>> = {
  pending: () => before.unlock(),
  issued: async () => {
    const unlock = await before.unlock();
    await before.performDue();
    return unlock;
  },
  ordered: async () => {
    const { id: variantId } = await shopify.variant(before.shop, 'TOTE-NAT');
    const unlock = await before.unlock([{ type: 'shopify_product', variantId }]);
    await before.performDue();
    return unlock;
  },
  claimable: async () => {
    const { id: variantId } = await shopify.variant(before.shop, 'TOTE-NAT');
    return await before.unlock([{ type: 'shopify_product', variantId, choice: true }]);
  },
  needs_attention: async () => {
    const unlock = await before.unlock([{ type: 'shopify_product', variantId: '1' }]);
    await before.performDue();
    return unlock;
  },
  waiting_for_codes: async () => {
    const poolId = crypto.randomUUID();
    await Promise.all([lost, restored].map(service => poolOn(service, before.brandId, poolId, [])));
    const unlock = await before.unlock([{ type: 'discount_code', source: 'pool', poolId, percent: 15 }]);
    await before.performDue();
    return unlock;
  },
  needs_fulfilment: () => before.unlock([manual]),
  fulfilled: async () => {
    const unlock = await before.unlock([manual]);
    await before.change(grantOf(unlock), { kind: 'fulfil', note: 'sent', tracking: '1Z' });
    return unlock;
  },
  held: () => before.unlock([manual], true),
  cancelled: async () => {
    const unlock = await before.unlock(undefined, true);
    await before.change(grantOf(unlock), { kind: 'cancel', note: 'moved away' });
    return unlock;
  },
};

const ways = ['the stream before the unlock', 'the unlock before the stream', 'event by event'] as const;

/** The restored database reads both topics again, from where it stands: before all of it. */
async function readAgain(unlock: Unlocked, way: (typeof ways)[number] = ways[0]): Promise<void> {
  const told = await before.stream();
  if (way === ways[1]) await after.deliver(unlock);
  if (way === ways[2]) {
    for (const event of told) {
      await after.recall(event);
      await after.deliver(unlock);
    }
  } else await after.recall(...told);
  await after.deliver(unlock);
  await after.recall(...told);
}

function grantOf(unlock: Unlocked): string {
  return unlock.data.grants[0]!.grantId;
}

const columns = `
  grant_id, brand_id, unlock_id, ordinal, ambassador_id, series_id, series_name, tier_id, tier_name, cycle, reward, status,
  held_because, code, expires_at, order_name, fulfilled_at, note, tracking, problem, version, unlocked_at, causation_id,
  correlation_id, accepted_at, created_at, changed_at`;
const rowsOf = (brand: TestBrand) =>
  brand.sql.query(`SELECT ${columns} FROM grants WHERE brand_id = $1 ORDER BY grant_id`, [brand.brandId]);
const workOf = (brand: TestBrand) =>
  brand.sql.query<{ kind: string }>(
    `SELECT kind FROM due_work WHERE brand_id = $1
       AND kind NOT IN ('sweep-drafts', 'connect-standin', 'subscribe-webhooks', 'pull-orders')`,
    [brand.brandId],
  );
const atTheShop = async () => ({
  codes: (await shopify.discounts(before.shop)).length,
  drafts: (await shopify.drafts(before.shop)).length,
  orders: (await shopify.orders(before.shop)).length,
});

describe('4.6 a restored database takes over what its stream says', () => {
  it.each(Object.keys(lives).flatMap(status => ways.map(way => [status, way] as const)))(
    '%s: %s',
    async (status, way) => {
      const unlock = await lives[status]!();
      const shop = await atTheShop();
      await readAgain(unlock, way);
      expect(await rowsOf(after)).toEqual(await rowsOf(before));
      expect(await after.rewards()).toMatchObject([{ status }]);
      // An unlock that is read first tells its beginning again: a version that every reader has.
      const again = (await after.published()).map(event => event.version);
      expect(again).toEqual(way === ways[1] ? [1] : []);

      const isOver = !['pending', 'waiting_for_codes'].includes(status);
      if (isOver) expect(await workOf(after)).toEqual([]);
      await after.performDue();
      expect(await rowsOf(after)).toEqual(status === 'pending' ? expect.anything() : await rowsOf(before));
      expect(await atTheShop()).toEqual(status === 'pending' ? { ...shop, codes: 1 } : shop);
    },
  );

  it('many at once, in chunks of any size', async () => {
    const unlocks: Unlocked[] = [];
    for (let turn = 0; turn < 12; turn++) unlocks.push(await before.unlock());
    await before.performDue();
    const told = await before.stream();
    await after.recall(...told.slice(0, 7));
    await after.deliver(...unlocks.slice(0, 5));
    await after.recall(...told.slice(7));
    await after.deliver(...unlocks);
    expect(await rowsOf(after)).toEqual(await rowsOf(before));
    await after.performDue();
    expect(await shopify.discounts(before.shop)).toHaveLength(12);
  });

  it('at the same moment as the unlock', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const unlock = await before.unlock([manual]);
      await before.change(grantOf(unlock), { kind: 'fulfil' });
      const told = (await before.stream()).filter(event => event.data.unlockId === unlock.data.unlockId);
      await Promise.all([after.deliver(unlock), after.recall(...told)]);
    }
    expect(await rowsOf(after)).toEqual(await rowsOf(before));
    expect((await after.rewards()).map(item => item.status)).toEqual(Array(10).fill('fulfilled'));
  });

  it('a grant that the backup had, and its work, is moved on', async () => {
    const unlock = await lives.issued!();
    await after.deliver(unlock);
    expect(await workOf(after)).toHaveLength(1);
    await after.recall(...(await before.stream()));
    expect(await workOf(after)).toEqual([]);
    expect(await rowsOf(after)).toMatchObject([{ status: 'issued', version: 2 }]);
  });

  it('goes on from there: a fulfilment can be undone, with the next version', async () => {
    const unlock = await lives.fulfilled!();
    await readAgain(unlock);
    await after.change(grantOf(unlock), { kind: 'undo' });
    expect(await after.published()).toMatchObject([{ version: 3, status: 'needs_fulfilment' }]);
  });

  it('knows another reward that was given since, also of an unlock that is read after it', async () => {
    const unlock = await before.unlock([{ percent: 20 }], true);
    const other = { type: 'discount_code', source: 'shopify', percent: 30 } as const;
    await before.change(grantOf(unlock), { kind: 'replace', reward: other });
    await before.change(grantOf(unlock), { kind: 'release' });
    await before.performDue();
    // The code is made; that it was is lost with the outbox.
    const told = (await before.stream()).filter(event => event.data.status !== 'issued');
    await after.recall(...told);
    await after.deliver(unlock);
    await after.performDue();
    expect(await after.rewards()).toMatchObject([{ status: 'issued', title: '30% off' }]);
    expect(await shopify.discounts(before.shop)).toHaveLength(1);
  });

  it('costs one statement and writes nothing while all is known', async () => {
    await lives.issued!();
    await lives.fulfilled!();
    const told = await before.stream();
    const stamps = () => before.sql.query('SELECT grant_id, xmin FROM grants ORDER BY grant_id');
    const was = await stamps();
    const statements: string[] = [];
    await inTransaction(lost.db, async sql => {
      const counted: typeof sql = {
        query: async (text, params) => {
          statements.push(text);
          return await sql.query(text, params);
        },
      };
      await recallGrants(counted, told, lost.clock());
    });
    expect(statements).toHaveLength(1);
    expect(await stamps()).toEqual(was);
  });
});

describe('4.6 what only the unlock tells', () => {
  it('is waited for: a code is made when the unlock is read again, with its expiry', async () => {
    const unlock = await before.unlock([{ percent: 20, expiresInDays: 30 }]);
    await after.recall(...(await before.stream()));
    expect(await workOf(after)).toEqual([]);
    expect(await after.rewards()).toMatchObject([{ status: 'pending' }]);
    await after.deliver(unlock);
    await after.performDue();
    expect(await shopify.discounts(before.shop)).toMatchObject([
      { endsAt: expect.stringMatching(/^2026-12-01T10:00:00/) },
    ]);
    expect((await after.published()).map(event => [event.version, event.status])).toEqual([[2, 'issued']]);
  });

  it('is waited for also where a person retries before', async () => {
    const unlock = await lives.needs_attention!();
    await after.recall(...(await before.stream()));
    await after.change(grantOf(unlock), { kind: 'retry' });
    restored.time.now = new Date('2026-11-01T12:10:00.000Z');
    await after.performDue();
    expect(await after.rewards()).toMatchObject([{ status: 'pending' }]);
    await after.deliver(unlock);
    await after.performDue();
    expect(await after.rewards()).toMatchObject([{ status: 'needs_attention' }]);
  });
});

describe('4.6 a version that the restored database wrote without knowing', () => {
  it('gives way to the one that every reader has', async () => {
    const { id: variantId } = await shopify.variant(before.shop, 'TOTE-NAT');
    await before.tellAda(null);
    const unlock = await before.unlock([{ type: 'shopify_product', variantId }]);
    await before.performDue();
    await before.change(grantOf(unlock), { kind: 'cancel' });
    const told = await before.stream();
    expect(told.map(event => event.data.status)).toEqual(['pending', 'claimable', 'cancelled']);

    // Read back as far as claimable, and the address comes again before the rest.
    await after.recall(...told.slice(0, 2));
    await after.deliver(unlock);
    await after.tellAda(home);
    expect(await after.published()).toMatchObject([{ version: 3, status: 'pending' }]);
    await after.recall(...told);
    expect(await rowsOf(after)).toEqual(await rowsOf(before));
    // What it wrote comes back on the stream as well, behind the other.
    await after.recall(...(await after.stream()));
    restored.time.now = new Date('2026-11-01T12:10:00.000Z');
    await after.performDue();
    expect(await after.rewards()).toMatchObject([{ status: 'cancelled' }]);
    expect(await atTheShop()).toEqual({ codes: 0, drafts: 0, orders: 0 });
  });
});
