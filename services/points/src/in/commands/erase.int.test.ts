import { onPool } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { expireParkedWork } from '../../app/save-judgement.js';
import { pointsConfig } from '../../config.js';
import { reviewScene } from '../../testing/review-scene.js';
import { eraseCommand } from './erase.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const secret = 'mias-own-words';
const logger = createLogger('points', 'silent');

async function erase(...args: string[]): Promise<{ exit: number; told: string }> {
  let told = '';
  const writes = ([process.stdout, process.stderr] as const).map(stream =>
    jest.spyOn(stream, 'write').mockImplementation(text => {
      told += String(text);
      return true;
    }),
  );
  const config = pointsConfig.parse({
    PORT: '1',
    KAFKA_BROKERS: 'localhost:1',
    REDIS_URL: 'redis://localhost:1',
    SERVICE_TOKEN: 'a-token-of-this-test',
    EMAIL_HASH_KEY: 'a-hash-key-of-tests',
    POINTS_DATABASE_URL: database.url,
  });
  try {
    return { exit: await eraseCommand({ config, logger, args }), told };
  } finally {
    for (const write of writes) write.mockRestore();
  }
}

/** Tables of the whole database with a row that has the words in it. */
async function whereIs(words: string): Promise<string[]> {
  const sql = onPool(database.db);
  const tables = await sql.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const found = [];
  for (const { name } of tables) {
    const rows = await sql.query(`SELECT 1 FROM "${name}" t WHERE t::text ILIKE $1 LIMIT 1`, [`%${words}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

async function person(options: { live?: boolean } = {}) {
  const s = await reviewScene(database.db, options);
  const story = await s.action({ review: 'all', limit: null });
  const proof = { proofUrl: `https://a.example/${secret}`, text: secret };
  await s.judge([
    s.done('in-review', story, proof),
    s.done('approved', story, { ...proof, proofUrl: `https://a.example/${secret}/2` }),
    s.done('parked', story, { ...proof, who: secret }),
  ]);
  if (options.live !== false) await s.approve('approved');
  // What was told is on the streams, which forget it by themselves.
  const sent = () => onPool(database.db).query('DELETE FROM outbox');
  await sent();
  return { s, sent, ids: ['--brand', s.ids.brand, '--ambassador', s.ids.ambassador] };
}

describe('6.3 erasing a person', () => {
  it('leaves nothing of what they wrote and showed in any table, and the ledger as it was', async () => {
    const { s, ids } = await person();
    expect(await whereIs(secret)).toEqual(
      expect.arrayContaining(['due_work', 'parked_events', 'submissions']),
    );
    const before = await s.rows();
    const { exit, told } = await erase(...ids, '--ref', `externalId:${secret}`);
    expect([exit, JSON.parse(told)]).toMatchObject([0, { submissions: 2, parkedEvents: 1 }]);
    expect(await whereIs(secret)).toEqual([]);
    expect(await s.rows()).toEqual(before);
    expect(await s.receipts('approved', 'in-review', 'parked')).toEqual([
      'approved awarded',
      'in-review in_review',
      'parked not_awarded unknown_ambassador',
    ]);
    const work = 'SELECT 1 FROM due_work WHERE kind = $1 AND brand_id = $2';
    expect(await onPool(database.db).query(work, [expireParkedWork, s.ids.brand])).toEqual([]);
  });

  it('takes events that were kept for a replay too, and a second time changes and tells nothing', async () => {
    const { s, sent, ids } = await person({ live: false });
    expect(await s.receipts('approved')).toEqual(['approved not_awarded no_live_series']);
    const kept = await whereIs(secret);
    expect(kept.some(table => table.startsWith('refused_events'))).toBe(true);
    expect(JSON.parse((await erase(...ids)).told)).toMatchObject({ refusedEvents: 2 });
    const audits = await onPool(database.db).query<{ value: string }>(
      "SELECT value FROM outbox WHERE topic LIKE '%audit%'",
    );
    expect(audits.map(row => JSON.parse(row.value).data)).toMatchObject([
      { action: 'ambassador.erase', actor: { kind: 'system' }, after: { refusedEvents: 2 } },
    ]);
    await sent();
    expect(JSON.parse((await erase(...ids)).told)).toMatchObject({
      submissions: 0,
      refusedEvents: 0,
      parkedEvents: 0,
    });
    expect(await onPool(database.db).query('SELECT 1 FROM outbox')).toEqual([]);
    expect((await whereIs(secret)).filter(table => table.startsWith('refused_events'))).toEqual([]);
  });

  it('6.2 knows no ambassador of another brand, and says how it is called', async () => {
    const { s } = await person();
    const other = await reviewScene(database.db);
    const foreign = await erase('--brand', other.ids.brand, '--ambassador', s.ids.ambassador);
    expect(foreign).toMatchObject({ exit: 1, told: expect.stringContaining('check both ids') });
    for (const wrong of [[], ['--brand', s.ids.brand], ['--ref'], ['--what', 'x']])
      expect(await erase(...wrong)).toMatchObject({
        exit: 2,
        told: expect.stringContaining('erase --brand'),
      });
    expect((await s.submissions()).length).toBe(2);
  });
});
