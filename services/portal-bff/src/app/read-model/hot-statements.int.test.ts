import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { recordStatements, wholeReads } from '@cairn/service-kit/testing/scans';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findBalance } from '../../out/postgres/read-model/ambassadors.js';
import { testBrand } from '../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { eventsOf } from '../../testing/events.js';
import { now } from '../../testing/home-rows.js';
import { readHome, readProgress } from '../home/read-home.js';
import { applyAmbassadors, applyPrograms } from './apply-catalog.js';
import { applyEntries } from './apply-entries.js';
import { applyGrants } from './apply-grants.js';
import { applyMilestones } from './apply-milestones.js';
import { applyReceipts } from './apply-receipts.js';

/** What a brand has few of, and the row of the read model's epoch. */
const configuration = [
  'brands',
  'programs',
  'series',
  'referral_rules',
  'actions',
  'campaigns',
  'brand_revisions',
  'read_model',
];

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.drop();
});

it('a home is moved and read by index alone, however many a brand has', async () => {
  const texts = new Set<string>();
  const recorded = recordStatements(database.db, texts);
  const { id } = await testBrand(database.db);
  const events = eventsOf(id);
  const ada = newId();
  const chunk = (work: (sql: Sql) => Promise<unknown>) => inTransaction(recorded, work);
  await chunk(sql => applyAmbassadors(sql, [events.ambassador(ada, 1)]));
  await inTransaction(database.db, sql => applyPrograms(sql, [events.program(1), events.series(2)]));
  await chunk(sql => applyEntries(sql, [events.entry(ada, 1, 300)]));
  await chunk(sql => applyReceipts(sql, [events.receipt(ada, 'evt-1', 1)]));
  await chunk(sql => applyReceipts(sql, [events.receipt(ada, 'evt-2', 1, { replaces: 'evt-1' })]));
  await chunk(sql => applyMilestones(sql, [events.progress(ada, 1, 300), events.unlock(ada, 1)]));
  await chunk(sql => applyGrants(sql, [events.grant(ada, 1, 1, 'issued')], now));
  const sql = onPool(recorded);
  await readHome(sql, id, ada, now);
  await readProgress(sql, id, ada, now);
  await findBalance(sql, id, ada);
  expect(texts.size).toBeGreaterThan(10);
  expect(await wholeReads(database.db, texts, configuration)).toEqual([]);
});
