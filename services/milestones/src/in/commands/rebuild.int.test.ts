import { topics } from '@cairn/contracts/topics';
import { newId } from '@cairn/service-kit/events/derive';
import { createKafka } from '@cairn/service-kit/kafka/client';
import { provisionTopics } from '@cairn/service-kit/kafka/provision-topics';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { publishSeries } from '../../app/publish-series.js';
import { config } from '../../config.js';
import type { EntryEvent } from '../../domain/entry.js';
import { type Scene, scene } from '../../testing/scene.js';
import { rebuildCommand } from './rebuild.js';

const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
const logger = createLogger('milestones', 'silent');
const kafka = createKafka({ brokers }, 'test', logger);

let database: TestDatabase;
let s: Scene;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
  await provisionTopics({ brokers });
  s = await scene(database.db);
  const programId = await s.program();
  const seriesId = await s.draft([programId]);
  await publishSeries(s.app, s.caller, seriesId, null);
  const rows = [1, 2, 3].flatMap(() => {
    const ambassadorId = newId();
    return [300, -100, 900].map((points, place) =>
      s.entry({ ambassadorId, seq: place + 1, points, seriesId, programId }),
    );
  });
  await s.apply(rows);
  await publish(rows);
}, 60_000);

afterAll(async () => {
  await database?.drop();
});

async function publish(events: readonly EntryEvent[]): Promise<void> {
  await send(
    events.map(event => ({
      key: `${event.brandid}:${event.data.ambassadorId}`,
      value: JSON.stringify(event),
    })),
  );
}

async function send(messages: { key: string; value: string }[]): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  await producer.send({ topic: topics.entries.topic, messages });
  await producer.disconnect();
}

async function run(...args: string[]): Promise<{ exit: number; lines: unknown[] }> {
  const out: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(text => {
    out.push(String(text));
    return true;
  });
  const settings = config.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: 'a-token-for-tests-only',
    MILESTONES_DATABASE_URL: database.url,
  });
  try {
    const exit = await rebuildCommand({ config: settings, logger, args });
    return { exit, lines: out.flatMap(text => (text.startsWith('{') ? [JSON.parse(text)] : [])) };
  } finally {
    write.mockRestore();
  }
}

describe('rebuild --brand', () => {
  it('reads the stream from its beginning, and ends with 0 where nothing differs', async () => {
    const { exit, lines } = await run('--brand', s.brandId);
    expect(lines).toEqual([expect.objectContaining({ brandId: s.brandId, ambassadors: 3, different: 0 })]);
    expect(exit).toBe(0);
  }, 60_000);

  it('counts what nobody can read, and goes on behind it', async () => {
    const event = s.entry({
      ambassadorId: newId(),
      seq: 1,
      points: 1,
      seriesId: newId(),
      programId: newId(),
    });
    const key = `${s.brandId}:nobody`;
    await send([
      { key, value: 'not JSON' },
      { key, value: JSON.stringify({ ...event, data: {} }) },
    ]);
    const { exit, lines } = await run('--brand', s.brandId);
    expect(lines).toEqual([expect.objectContaining({ ambassadors: 3, different: 0 })]);
    expect((lines[0] as { unreadable: number }).unreadable).toBeGreaterThanOrEqual(2);
    expect(exit).toBe(0);
  }, 60_000);

  it('ends with 1 where something does, and says what', async () => {
    await s.sql.query('UPDATE progress SET points = points + 7 WHERE brand_id = $1', [s.brandId]);
    const { exit, lines } = await run('--brand', s.brandId);
    expect(exit).toBe(1);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({
      what: expect.stringContaining('progress in series'),
      live: expect.stringContaining('1107 points'),
      rebuilt: expect.stringContaining('1100 points'),
    });
  }, 60_000);

  it.each([[[]], [['--brand']], [['--brand', 'rosewood']]])('ends with 2 for %j', async args => {
    expect((await run(...args)).exit).toBe(2);
  });
});
