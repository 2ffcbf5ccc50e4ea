import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { sqlMigration } from './migrate.js';
import { afterCommit, inTransaction, onPool, type Sql } from './sql.js';

let database: TestDatabase;

beforeAll(async () => {
  const things = 'CREATE TABLE things (place int GENERATED ALWAYS AS IDENTITY, name text PRIMARY KEY)';
  database = await createTestDatabase([sqlMigration('Things1763900000000', things)]);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await onPool(database.db).query('TRUNCATE things');
});

const add = (sql: Sql, name: string) => sql.query('INSERT INTO things (name) VALUES ($1)', [name]);

const names = async () =>
  (await onPool(database.db).query<{ name: string }>('SELECT name FROM things ORDER BY place')).map(
    row => row.name,
  );

describe.each([{ prepared: false }, { prepared: true }])('a transaction, %j', options => {
  it('runs what is asked for together in the order of the calls', async () => {
    const seen = await inTransaction(
      database.db,
      async sql => {
        const [, , count] = await Promise.all([
          add(sql, 'first'),
          add(sql, 'second'),
          sql.query<{ count: number }>('SELECT count(*)::int AS count FROM things'),
          add(sql, 'third'),
        ]);
        return count[0]!.count;
      },
      options,
    );
    expect(seen).toBe(2);
    expect(await names()).toEqual(['first', 'second', 'third']);
  });

  it('throws what failed first, however deep it was asked for, and leaves nothing', async () => {
    const deep = async (sql: Sql): Promise<void> => {
      const deeper = async () => (async () => await (async () => await add(sql, 'twice'))())();
      await deeper();
    };
    await expect(
      inTransaction(
        database.db,
        async sql => {
          await add(sql, 'twice');
          await Promise.all([deep(sql), add(sql, 'shallow'), add(sql, 'last')]);
        },
        options,
      ),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await names()).toEqual([]);
  });

  it('sends its last statement with the commit', async () => {
    const atCommit = async (sql: Sql, name: string) => {
      await add(sql, name);
    };
    await inTransaction(database.db, async () => 'named at the end', { ...options, atCommit });
    expect(await names()).toEqual(['named at the end']);
  });

  it('rolls back and throws where the last statement fails', async () => {
    const work = async (sql: Sql) => {
      await add(sql, 'one');
    };
    const atCommit = async (sql: Sql) => {
      await add(sql, 'one');
    };
    await expect(inTransaction(database.db, work, { ...options, atCommit })).rejects.toMatchObject({
      code: '23505',
    });
    expect(await names()).toEqual([]);
  });

  it('gives its connection back as it was, whatever happened', async () => {
    for (let time = 0; time < 40; time++) {
      const work = async (sql: Sql) => {
        await Promise.all([add(sql, `of ${time}`), add(sql, `of ${time}`), add(sql, 'after')]);
      };
      await expect(inTransaction(database.db, work, options)).rejects.toMatchObject({ code: '23505' });
    }
    await inTransaction(database.db, sql => add(sql, 'alive'), options);
    expect(await names()).toEqual(['alive']);
  });

  it('tells of itself once it is committed, and never where it is not', async () => {
    const told: string[] = [];
    const work = (name: string) => async (sql: Sql) => {
      afterCommit(sql, () => told.push(name));
      await add(sql, name);
      expect(told).not.toContain(name);
    };
    await inTransaction(database.db, work('one'), options);
    await expect(inTransaction(database.db, work('one'), options)).rejects.toMatchObject({ code: '23505' });
    expect(told).toEqual(['one']);
  });

  it('has happened, whoever is told of it and throws', async () => {
    const work = async (sql: Sql) => {
      afterCommit(sql, () => {
        throw new Error('of who is told');
      });
      await add(sql, 'one');
    };
    await inTransaction(database.db, work, options);
    expect(await names()).toEqual(['one']);
  });
});
