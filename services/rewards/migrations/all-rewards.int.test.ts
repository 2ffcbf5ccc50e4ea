import { migrate } from '@cairn/service-kit/postgres/migrate';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { copyAmbassadors } from '../src/out/postgres/catalog-copies.js';
import { home } from '../src/testing/brand.js';
import { ambassadorEvent } from '../src/testing/given.js';
import { grants } from './0001-grants.js';
import { migrations } from './all.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase([plumbingMigration, grants]);
});

afterAll(async () => database?.drop());

it('4.5 has ambassadors read again, so that addresses known before it are not missed', async () => {
  const brandId = crypto.randomUUID();
  const ada = { ambassadorId: crypto.randomUUID(), name: 'Ada', email: 'ada@example.com' };
  const sql = onPool(database.db);
  await sql.query('INSERT INTO ambassadors VALUES ($1, $2, $3, $4, 7)', [
    ada.ambassadorId,
    brandId,
    ada.name,
    ada.email,
  ]);
  await sql.query(`
    INSERT INTO consumer_offsets VALUES
      ('rewards.catalog', 'cairn.catalog.ambassadors.v1', 0, 12), ('rewards', 'cairn.milestones.events.v1', 0, 5)`);
  await migrate(database.url, migrations);
  expect(await sql.query('SELECT topic FROM consumer_offsets')).toEqual([
    { topic: 'cairn.milestones.events.v1' },
  ]);
  const again = ambassadorEvent(brandId, { ...ada, address: home }, 7);
  await inTransaction(database.db, tx => copyAmbassadors(tx, [again]));
  expect(await sql.query('SELECT version, address FROM ambassadors')).toEqual([
    { version: 7, address: home },
  ]);
});
