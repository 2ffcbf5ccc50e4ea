import { randomUUID } from 'node:crypto';
import { topics } from '@cairn/contracts/topics';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { KafkaJSNonRetriableError, type Producer } from 'kafkajs';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { tracesMigration } from '../postgres/traces-migration.js';
import { createLogger } from '../telemetry/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/until.js';
import { createKafka } from './client.js';
import { groupMembership } from './membership.js';
import { provisionTopics } from './provision-topics.js';
import { KafkaBatchTransport } from './transport.js';

const { topic } = topics.notifications;
const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
const logger = createLogger('test', 'silent');
const kafka = createKafka({ brokers }, 'test', logger);

let database: TestDatabase;
let producer: Producer;

beforeAll(async () => {
  await provisionTopics({ brokers });
  database = await createTestDatabase([plumbingMigration, tracesMigration]);
  producer = kafka.producer();
  await producer.connect();
}, 60_000);

afterAll(async () => {
  await producer.disconnect();
  await database.drop();
}, 60_000);

describe('a consumer that kafkajs gives up', () => {
  it('is made anew and goes on', async () => {
    const groups = groupMembership();
    let failures = 0;
    let worked = 0;
    const transport = new KafkaBatchTransport({
      // Joins no group that another test joins.
      service: `test-${randomUUID()}` as 'points',
      recalls: [],
      kafka,
      db: database.db,
      logger,
      groups: {
        ...groups,
        begin: batch => {
          if (failures++ === 0) throw new KafkaJSNonRetriableError('as when a broker starts');
          worked++;
          return groups.begin(batch);
        },
      },
      chunkSize: 10,
      sessionTimeout: 30_000,
      concurrency: { main: 1, catalog: 1 },
      afterCommit: () => undefined,
    });
    transport.addHandler(topic, async () => undefined, true);
    await new Promise<void>((resolve, reject) => {
      void transport.listen(error => (error ? reject(error) : resolve()));
    });
    await producer.send({ topic, messages: [{ key: 'key', value: 'no event' }] });
    await until('kafkajs has given up', () => failures > 0 && groups.outside().length > 0);
    // Others send to this topic too: what another partition brought beside the failure proves nothing.
    const before = worked;
    await producer.send({ topic, messages: [{ key: 'key', value: 'no event' }] });
    await until('it is a member again, and works', () => groups.outside().length === 0 && worked > before);
    await transport.close();
  });
});
