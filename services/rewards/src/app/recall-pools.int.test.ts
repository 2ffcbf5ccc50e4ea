import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Service, serviceOn, TestBrand } from '../testing/brand.js';
import { poolOn } from '../testing/pools.js';
import { addCodes, listCodePools } from './code-pools.js';

let databases: TestDatabase[];
let lost: Service;
let restored: Service;
let before: TestBrand;
let after: TestBrand;
let poolId: string;

beforeAll(async () => {
  databases = [await createTestDatabase(migrations), await createTestDatabase(migrations)];
  [lost, restored] = databases.map(({ db }) => serviceOn(db, 'http://unused.invalid')) as [Service, Service];
});

afterAll(async () => {
  for (const database of databases) await database.drop();
});

beforeEach(async () => {
  lost.time.now = new Date('2026-11-01T10:00:01.000Z');
  restored.time.now = new Date('2026-11-01T12:00:00.000Z');
  before = await new TestBrand(lost).known();
  after = await new TestBrand(restored, before).known();
  await before.tellAda();
  await after.tellAda();
  poolId = crypto.randomUUID();
});

const pools = async (inLost: string[], inBackup = inLost) => {
  await poolOn(lost, before.brandId, poolId, inLost);
  await poolOn(restored, before.brandId, poolId, inBackup);
};
const drawn = () =>
  ({ type: 'discount_code', source: 'pool', poolId, percent: 15, expiresInDays: 30 }) as const;
const left = async () => (await listCodePools(after.sql, after.brandId, { limit: 50 })).items[0]!.left;
const codesOf = async (brand: TestBrand) =>
  new Map((await brand.rewards()).map(item => [item.id, item.code ?? item.status]));

describe('4.6 a code that was drawn since the backup', () => {
  it.each(['before', 'after'])('is not drawn again: recalled %s the unlock', async when => {
    await pools(['A', 'B', 'C']);
    const unlocks = [await before.unlock([drawn()]), await before.unlock([drawn()])];
    await before.performDue();
    const told = await before.stream();
    if (when === 'before') {
      await after.recall(...told);
      expect(await left()).toBe(1);
    }
    await after.deliver(...unlocks);
    await after.recall(...told);
    expect(await left()).toBe(1);
    expect(await codesOf(after)).toEqual(await codesOf(before));

    const [next] = (await after.unlock([drawn()])).data.grants;
    restored.time.now = new Date('2026-11-01T12:00:01.000Z');
    const [none] = (await after.unlock([drawn()])).data.grants;
    await after.performDue();
    const codes = await codesOf(after);
    expect([codes.get(next!.grantId), codes.get(none!.grantId)]).toEqual(['C', 'waiting_for_codes']);
    expect(await left()).toBe(0);
  });

  it('is not drawn by who comes between its recall and the replay of its unlock', async () => {
    await pools(['A', 'B']);
    const first = await before.unlock([drawn()]);
    await before.performDue();
    await after.recall(...(await before.stream()));
    const second = await after.unlock([drawn()]);
    await after.performDue();
    await after.deliver(first);
    await after.performDue();
    expect(await codesOf(after)).toEqual(
      new Map([
        [second.data.grants[0]!.grantId, 'B'],
        [first.data.grants[0]!.grantId, 'A'],
      ]),
    );
  });

  it('and uploaded since is not given again when it is uploaded again', async () => {
    await pools(['A', 'B'], []);
    const unlock = await before.unlock([drawn()]);
    await before.performDue();
    await after.recall(...(await before.stream()));
    await after.deliver(unlock);
    const again = await inTransaction(restored.db, sql =>
      addCodes(sql, after.caller, poolId, { codes: ['A', 'B'] }, restored.time.now),
    );
    expect(again.body).toEqual({ added: 1, duplicates: 1 });
    const second = await after.unlock([drawn()]);
    await after.performDue();
    expect((await codesOf(after)).get(second.data.grants[0]!.grantId)).toBe('B');
  });

  it('is left to who has it by now; only without the hold of due work could that be', async () => {
    await pools(['A', 'B']);
    const unlock = await before.unlock([drawn()]);
    await before.performDue();
    const early = await after.unlock([drawn()]);
    await after.performDue();
    await after.recall(...(await before.stream()));
    await after.deliver(unlock);
    await after.performDue();
    expect([...(await codesOf(after)).values()]).toEqual(['A', 'A']);
    expect(
      await after.sql.query('SELECT code, grant_id FROM pool_codes WHERE pool_id = $1 ORDER BY code', [
        poolId,
      ]),
    ).toEqual([
      { code: 'A', grant_id: early.data.grants[0]!.grantId },
      { code: 'B', grant_id: null },
    ]);
  });
});

describe('4.3 who waited for codes', () => {
  it('waits on, oldest first, behind nobody who came after the restore', async () => {
    await pools(['A']);
    const unlocks = [await before.unlock([drawn()])];
    await before.performDue();
    lost.time.now = new Date('2026-11-01T10:05:00.000Z');
    unlocks.push(await before.unlock([drawn()]));
    await before.performDue();
    const late = await after.unlock([drawn()]);
    await after.deliver(...unlocks);
    await after.recall(...(await before.stream()));
    await after.performDue();
    const ids = [...unlocks, late].map(unlock => unlock.data.grants[0]!.grantId);
    const waits = 'waiting_for_codes';
    const states = async () => {
      const codes = await codesOf(after);
      return ids.map(id => codes.get(id));
    };
    expect(await states()).toEqual(['A', waits, waits]);
    await inTransaction(restored.db, sql =>
      addCodes(sql, after.caller, poolId, { codes: ['B'] }, restored.time.now),
    );
    await after.performDue();
    expect(await states()).toEqual(['A', 'B', waits]);
  });

  it('gets a code that was drawn and never told: it is free in the backup', async () => {
    await pools(['A']);
    const unlock = await before.unlock([drawn()]);
    const told = await before.stream();
    await before.performDue();
    await after.recall(...told);
    await after.deliver(unlock);
    await after.performDue();
    expect([...(await codesOf(after)).values()]).toEqual(['A']);
    expect((await after.published()).map(event => event.version)).toEqual([2]);
  });
});
