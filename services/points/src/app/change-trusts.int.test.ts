import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { reviewScene } from '../testing/review-scene.js';
import { setTrusts } from './change-trusts.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const now = new Date('2026-11-05T00:00:00Z');
const told = () =>
  onPool(database.db).query<{ topic: string }>(
    'WITH of AS (DELETE FROM outbox RETURNING topic) SELECT topic FROM of ORDER BY 1',
  );

describe('1.5 trust of an import', () => {
  it('is set as by an admin, with one record of all, and the same again changes and tells nothing', async () => {
    const s = await reviewScene(database.db);
    const bob = await s.arrive('bob');
    const cleo = await s.arrive('cleo');
    await s.trust('trusted', cleo);
    const set = () =>
      inTransaction(database.db, sql =>
        setTrusts(
          sql,
          s.caller,
          [
            { ambassadorId: s.ids.ambassador, trust: 'trusted' },
            { ambassadorId: bob, trust: 'standard' },
            { ambassadorId: cleo, trust: 'trusted' },
          ],
          now,
        ),
      );
    await told();
    expect((await set()).mark).toMatchObject({ stream: 'catalogEarning' });
    expect((await told()).map(({ topic }) => topic.replace(/^cairn\.|\.v1$/g, ''))).toEqual([
      'audit',
      'catalog.earning',
      'catalog.earning',
    ]);
    expect(await s.trusted()).toEqual({ trust: 'trusted', set_by: 'admin' });
    expect(await s.trusted(bob)).toEqual({ trust: 'standard', set_by: 'admin' });
    expect(await set()).toEqual({ body: {}, mark: null });
    expect(await told()).toEqual([]);
  });

  it('6.2 is of nobody where one is another brand’s', async () => {
    const s = await reviewScene(database.db);
    const other = await reviewScene(database.db);
    const items = [s.ids.ambassador, other.ids.ambassador].map(ambassadorId => ({
      ambassadorId,
      trust: 'trusted' as const,
    }));
    await expect(
      inTransaction(database.db, sql => setTrusts(sql, s.caller, items, now)),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await s.trusted()).toBeUndefined();
  });
});
