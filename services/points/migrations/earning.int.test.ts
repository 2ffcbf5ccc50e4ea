import { randomUUID } from 'node:crypto';
import { migrate } from '@cairn/service-kit/postgres/migrate';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { onPool, sqlState } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { expect, it } from '@jest/globals';
import { migrations } from './all.js';
import { catalogMigration } from './catalog.js';
import { ledgerMigration } from './ledger.js';

it('has brands read again, and only by a version that keeps all of them', async () => {
  const database = await createTestDatabase([plumbingMigration, ledgerMigration, catalogMigration]);
  try {
    const sql = onPool(database.db);
    const brandId = randomUUID();
    await sql.query(`INSERT INTO brands VALUES ($1, 'USD', 2, 7, 400, 9)`, [brandId]);
    for (const topic of ['brands', 'programs']) {
      await sql.query('INSERT INTO consumer_offsets VALUES ($1, $2, 0, 5)', [
        'points.catalog',
        `cairn.catalog.${topic}.v1`,
      ]);
    }
    await migrate(database.url, migrations);
    expect(await sql.query('SELECT version, timezone FROM brands')).toEqual([{ version: 0, timezone: null }]);
    expect(await sql.query('SELECT topic FROM consumer_offsets')).toEqual([
      { topic: 'cairn.catalog.programs.v1' },
    ]);
    const olds = sql.query(
      `INSERT INTO brands (brand_id, currency, exponent, max_event_age_days, version) VALUES ($1, 'USD', 2, 400, 9)
       ON CONFLICT (brand_id) DO UPDATE SET version = excluded.version`,
      [brandId],
    );
    // A state that the transport tries again: nothing of the old version's is buried.
    await expect(olds.catch(error => sqlState(error))).resolves.toBe('55000');
  } finally {
    await database.drop();
  }
});
