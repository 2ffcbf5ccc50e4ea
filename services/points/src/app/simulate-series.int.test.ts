import type { SimulationRequest } from '@cairn/contracts/http/simulation';
import { onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { scene } from '../testing/scene.js';
import { simulateSeries } from './simulate-series.js';

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
  sql = onPool(database.db);
});

afterAll(async () => {
  await database.drop();
});

const asked = (programIds: string[], change: Partial<SimulationRequest> = {}): SimulationRequest => ({
  programIds,
  startsAt: null,
  endsAt: null,
  completion: { kind: 'stay' },
  thresholds: [250, 500, 1_000],
  ...change,
});

describe('a what-if over the real ledger', () => {
  it('says who would stand where, how long it takes, and how often each tier unlocks', async () => {
    const s = await scene(database.db, { rule: { mode: 'fixed', rate: '1' } });
    for (const [name, joined] of [
      ['bob', '2026-01-01T00:00:00Z'],
      ['eve', '2026-10-01T00:00:00Z'],
      ['sleeps', '2026-01-01T00:00:00Z'],
    ] as const)
      await s.arrive(name, undefined, joined);
    const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}T00:00:00Z`;
    await s.judge([
      s.sale('a1', 'a1', 24_000, { at: day(3) }),
      s.sale('a2', 'a2', 30_000, { at: day(11) }),
      s.refund('a-refund', 'a2', 6_000, day(12)),
      s.sale('a3', 'a3', 60_000, { at: day(21) }),
      s.sale('b1', 'b1', 10_000, { at: day(2), who: 'bob' }),
      s.sale('e1', 'e1', 50_000, { at: day(6), who: 'eve' }),
    ]);
    const startsAt = '2026-10-01T00:00:00Z';
    expect(await simulateSeries(sql, s.ids.brand, asked([s.ids.program], { startsAt }))).toEqual({
      participants: 3,
      belowFirst: 1,
      completions: 1,
      promoted: 0,
      sample: null,
      tiers: [
        { standing: 0, reached: 2, unlocks: 2, days: { median: 5, p90: 10 } },
        { standing: 1, reached: 2, unlocks: 2, days: { median: 5, p90: 10 } },
        { standing: 1, reached: 1, unlocks: 1, days: { median: 20, p90: 20 } },
      ],
    });
    const repeated = { startsAt, completion: { kind: 'repeat' as const, maxCycles: 2, carryOver: true } };
    const twice = await simulateSeries(sql, s.ids.brand, asked([s.ids.program], repeated));
    expect(twice).toMatchObject({
      belowFirst: 2,
      completions: 1,
      tiers: [{ standing: 0 }, {}, { standing: 0 }],
    });
  });

  it('counts what happened in its period, with refunds that belong to it, and held points when they come free', async () => {
    const s = await scene(database.db, { rule: { mode: 'fixed', rate: '1' }, holdDays: 10 });
    await s.judge(
      [
        s.sale('before', 'o1', 90_000, { at: '2026-08-31T23:59:59Z' }),
        s.refund('of-before', 'o1', 90_000, '2026-09-05T00:00:00Z'),
        s.sale('in', 'o2', 50_000, { at: '2026-09-01T00:00:00Z' }),
        s.sale('after', 'o3', 90_000, { at: '2026-10-01T00:00:00Z' }),
      ],
      '2026-11-20T00:00:00Z',
    );
    const period = { startsAt: '2026-09-01T00:00:00Z', endsAt: '2026-10-01T00:00:00Z' };
    const told = await simulateSeries(sql, s.ids.brand, asked([s.ids.program], period));
    expect(told.tiers).toMatchObject([
      { standing: 0, reached: 1, days: { median: 10 } },
      { standing: 1, reached: 1 },
      { reached: 0, days: null },
    ]);
  });

  it('looks at a sample of more ambassadors than it may, and scales it up', async () => {
    const s = await scene(database.db, { rule: { mode: 'flat', points: 300 } });
    const names = Array.from({ length: 60 }, (_, n) => `p${n}`);
    for (const name of names) await s.arrive(name);
    await s.judge(names.map(name => s.sale(`s-${name}`, `o-${name}`, 1_000, { who: name })));
    const told = await simulateSeries(sql, s.ids.brand, asked([s.ids.program]), { most: 20 });
    expect(told.sample?.of).toBe(61);
    expect(told.sample!.ambassadors).toBeLessThan(61);
    expect(told.tiers[0]!.reached).toBe(told.participants);
    expect(await simulateSeries(sql, s.ids.brand, asked([s.ids.program]), { most: 20 })).toEqual(told);
  });

  it('makes do with whom it has looked at when its time is up', async () => {
    const s = await scene(database.db, { rule: { mode: 'flat', points: 300 } });
    const names = Array.from({ length: 250 }, (_, n) => `p${n}`);
    for (const name of names) await s.arrive(name);
    await s.judge([...names, 'ada'].map(name => s.sale(`s-${name}`, `o-${name}`, 1_000, { who: name })));
    const told = await simulateSeries(sql, s.ids.brand, asked([s.ids.program]), { isTimeUp: () => true });
    expect(told).toMatchObject({ participants: 251, sample: { ambassadors: 200, of: 251 } });
  });

  it('6.2 knows no program of another brand', async () => {
    const [s, other] = [await scene(database.db), await scene(database.db)];
    await expect(simulateSeries(sql, s.ids.brand, asked([other.ids.program]))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of a brand without anybody is nobody', async () => {
    const s = await scene(database.db);
    expect(await simulateSeries(sql, s.ids.brand, asked([s.ids.program]))).toMatchObject({ participants: 0 });
  });
});
