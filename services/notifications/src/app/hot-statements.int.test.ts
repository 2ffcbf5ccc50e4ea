import { newId } from '@cairn/service-kit/events/derive';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { recordStatements, wholeReads } from '@cairn/service-kit/testing/scans';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { grantEvent, unlockEvent } from '../testing/given.js';
import { Life } from '../testing/life.js';
import { countLost, listMessages } from './list-messages.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

it('an unlock’s mails, and the list of mails, are made and read by index alone', async () => {
  const texts = new Set<string>();
  const recorded = recordStatements(database.db, texts);
  const [brandId, ambassadorId] = [newId(), newId()];
  const life = new Life(recorded, brandId);
  await life.knows({ ambassadorId, name: 'Ada', email: 'ada@example.com' });
  texts.clear();
  const unlock = unlockEvent(brandId, ambassadorId, 2);
  await life.unlocked(unlock);
  await life.granted(grantEvent(unlock, 0, 1, 'issued', 'ONE'));
  life.waited = 60_000;
  await life.perform();
  await life.granted(grantEvent(unlock, 1, 1, 'issued', 'TWO'));
  await life.perform();
  expect(life.subjects()).toHaveLength(2);
  const sql = onPool(recorded);
  for (const search of [{}, { status: ['unknown' as const] }, { ambassadorId }])
    await listMessages(sql, brandId, { limit: 50, ...search });
  await countLost(sql, brandId);
  // The test's own hand on the due work.
  for (const text of texts) if (text.includes('due_work SET due_at')) texts.delete(text);
  expect(texts.size).toBeGreaterThan(8);
  expect(await wholeReads(database.db, texts, ['brands', 'messages_by_status'])).toEqual([]);
});
