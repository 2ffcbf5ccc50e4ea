import { randomUUID } from 'node:crypto';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { topics } from '@cairn/contracts/topics';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deriveEvent } from '../events/derive.js';
import { provisionTopics } from '../kafka/provision-topics.js';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { onPool } from '../postgres/sql.js';
import { createLogger } from '../telemetry/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/until.js';
import { OutboxRelay } from './relay.js';

const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');

const brandId = randomUUID();
const event = deriveEvent(auditRecorded, {
  source: 'points',
  cause: { brandId, causationId: randomUUID(), correlationId: 'c', acceptedAt: '2026-11-01T00:00:00Z' },
  ordinal: 0,
  aggregate: `audit:${randomUUID()}`,
  version: 1,
  time: '2026-11-01T00:00:00Z',
  data: auditRecorded.example,
});

let database: TestDatabase;

beforeAll(async () => {
  await provisionTopics({ brokers });
  database = await createTestDatabase([plumbingMigration]);
});
afterAll(() => database.drop());

describe('a relay that is stopped', () => {
  it('publishes what is there, and ends while other copies go on adding to it', async () => {
    const sql = onPool(database.db);
    const add = () =>
      sql.query<{ id: string }>(
        'INSERT INTO outbox (topic, key, value) SELECT $1, $2, $3 FROM generate_series(1, 20) RETURNING id',
        [topics.audit.topic, brandId, JSON.stringify(event)],
      );
    const relay = new OutboxRelay({
      url: database.url,
      kafka: { brokers },
      logger: createLogger('test', 'silent'),
      service: 'points',
      recalls: [],
    });
    const left = async () =>
      Number((await sql.query<{ id: string }>('SELECT min(id) AS id FROM outbox'))[0]?.id);
    const [first] = await add();
    relay.start();
    await until('it publishes', async () => (await left()) !== Number(first!.id));
    let over = false;
    const adding = (async () => {
      while (!over) await add();
    })();
    const mine = (await add()).map(({ id }) => Number(id));
    await relay.stop();
    over = true;
    await adding;
    expect(await left()).toBeGreaterThan(Math.max(...mine));
  });
});
