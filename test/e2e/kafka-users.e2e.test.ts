import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { grantRights } from '@cairn/chart/kafka/grant';
import { type KafkaUserName, rightsOfAll } from '@cairn/chart/kafka/rights';
import { actionCompleted } from '@cairn/contracts/events/activity/action-completed';
import type { DeadLetterItem } from '@cairn/contracts/http/dead-letter';
import type { Page } from '@cairn/contracts/http/page';
import { services } from '@cairn/contracts/services';
import { deadLetterTopic, topics } from '@cairn/contracts/topics';
import { Inbox } from '@cairn/demo/http/inbox';
import { type Cairn, startCairn } from '@cairn/local/cairn';
import { cairnTestEnvironment } from '@cairn/local/test-environment';
import { createKafka } from '@cairn/service-kit/kafka/client';
import { provisionTopics } from '@cairn/service-kit/kafka/provision-topics';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { admin, enrol, makeBrand, read, sell } from '../support/brand.js';
import { cairn } from '../support/cairn.js';
import { poisoner } from '../support/poison.js';

/** A product of its own, on a broker with an authorizer, each service signed in as the user that k8s/kafka gives it. */
let product: Cairn;
const rights = rightsOfAll();
const users = Object.fromEntries(
  [...rights.keys()].map(user => [`cairn-${user}`, randomBytes(16).toString('hex')]),
);
const all = Object.values(topics).flatMap(({ topic }) => [topic, deadLetterTopic(topic)]);

beforeAll(async () => {
  product = await startCairn({
    ephemeral: true,
    kafkaUsers: users,
    beforeServices: env => grantRights({ brokers: [env.KAFKA_BROKERS ?? ''] }),
  });
  Object.assign(process.env, cairnTestEnvironment(product));
}, 180_000);

afterAll(() => product?.stop(), 60_000);

/** As the user signs in on a cluster. */
function connectionOf(user: KafkaUserName) {
  const { KAFKA_SECURED_BROKERS: broker = '', KAFKA_CA_FILE: ca = '' } = product.stack.env;
  const username = `cairn-${user}`;
  return {
    brokers: [broker],
    ssl: { ca: readFileSync(ca, 'utf8') },
    sasl: { mechanism: 'scram-sha-512' as const, username, password: users[username] ?? '' },
  };
}

const kafkaOf = (user: KafkaUserName) =>
  createKafka(connectionOf(user), 'test', createLogger('test', 'silent'));
const refused = expect.stringMatching(/_AUTHORIZATION_FAILED$/);
/** kafkajs tells nothing else of a group whose coordinator it may not ask for. */
const refusedGroup = expect.stringMatching(/_AUTHORIZATION_FAILED$|^Failed to find group coordinator$/);
/** What came of it: `ok`, or the error's name in Kafka's protocol. */
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: Error & { type?: string; cause?: { type?: string } }) =>
      error.type ?? error.cause?.type ?? error.message,
  );

describe('the six services, each as its own user', () => {
  it('take a sale from the request to the mail', async () => {
    const brand = await makeBrand();
    const ada = await enrol(brand, 'ada');
    await sell(brand, 'ada', 24_000);
    await until('the mail is there', async () => (await new Inbox(cairn().inbox).to(ada.email)).length > 0);
  }, 120_000);

  it('bury what they cannot process, on every topic, and write it back', async () => {
    const brand = await makeBrand();
    await enrol(brand, 'bob');
    const { id: actionId } = await admin<{ id: string }>(brand, 'POST', '/actions', {
      programId: brand.programId,
      category: 'like_comment',
      name: 'Like it',
      points: 7,
    });
    const correlationid = `mended-${randomUUID()}`;
    const enveloped = (type: string, data: object) => ({
      specversion: '1.0',
      id: randomUUID(),
      source: 'cairn/ingestion',
      type,
      time: new Date().toISOString(),
      brandid: brand.id,
      acceptedat: new Date().toISOString(),
      correlationid,
      data,
    });
    const poison = await poisoner();
    for (const { topic, events } of Object.values(topics))
      await poison.send(topic, brand.id, JSON.stringify(enveloped(events[0].type, { nonsense: true })));
    await poison.close();
    const letters = await until('each consumer’s letter is kept', async () => {
      const { items } = await read<Page<DeadLetterItem>>(brand, '/dlq?limit=100');
      return items.length >= Object.values(topics).flatMap(({ consumers }) => consumers).length && items;
    });
    const [letter] = letters.filter(({ topic }) => topic === topics.activity.topic);
    const value = enveloped(actionCompleted.type, {
      ambassador: { by: 'externalId', value: 'bob' },
      actionId,
    });
    await admin(brand, 'POST', `/dlq/${letter!.id}/replay`, { value });
    await until('what was written back is judged', async () => {
      const path = `${cairn().portal}/api/v1/receipts/${correlationid}`;
      const receipt = await call<{ points: number }>('GET', path, { token: brand.apiKey });
      return receipt.status === 200 && receipt.body.points === 7;
    });
  }, 120_000);
});

describe('the authorizer', () => {
  beforeAll(async () => {
    // Their groups are free then, and nobody stumbles over what is sent here.
    await Promise.all(services.map(name => product.service(name).stop()));
  }, 60_000);

  it.each([...rights.keys()])('lets %s write where its rights say so and nowhere else', async user => {
    const producer = kafkaOf(user).producer({ allowAutoTopicCreation: false, retry: { retries: 0 } });
    await producer.connect();
    const allowed = (topic: string) =>
      rights.get(user)!.some(({ name, operations }) => name === topic && operations.includes('Write'));
    const outcomes: Record<string, string> = {};
    for (const topic of all)
      outcomes[topic] = await outcome(
        producer.send({ topic, acks: -1, messages: [{ key: 'k', value: '{}' }] }),
      );
    await producer.disconnect();
    expect(outcomes).toEqual(Object.fromEntries(all.map(topic => [topic, allowed(topic) ? 'ok' : refused])));
  });

  it.each([...rights.keys()])(
    'lets %s see how far the topics of its rights go, and no others',
    async user => {
      const client = kafkaOf(user).admin();
      await client.connect();
      const known = (topic: string) =>
        rights
          .get(user)!
          .some(
            ({ resource, name, pattern }) => resource === 'topic' && (pattern === 'prefix' || name === topic),
          );
      const outcomes: Record<string, string> = {};
      for (const topic of all) outcomes[topic] = await outcome(client.fetchTopicOffsets(topic));
      await client.disconnect();
      expect(outcomes).toEqual(Object.fromEntries(all.map(topic => [topic, known(topic) ? 'ok' : refused])));
    },
  );

  it.each<[KafkaUserName, string, string, boolean]>([
    ['points', 'cairn.points', topics.activity.topic, true],
    ['notifications', 'cairn.points', topics.milestones.topic, false],
    ['points', 'cairn.points', topics.audit.topic, false],
    ['portal-bff', 'cairn.portal-bff', topics.activity.topic, false],
    ['portal-bff', 'cairn.portal-bff.dlq', deadLetterTopic(topics.activity.topic), true],
    ['rewards', 'cairn.rewards.recall.test', topics.rewards.topic, true],
    ['rewards', 'cairn.milestones.recall.test', topics.rewards.topic, false],
    ['keda', 'cairn.points', topics.activity.topic, false],
    ['topics', 'cairn.points', topics.activity.topic, false],
  ])(
    'as %s in the group %s of %s: read %s',
    async (user, groupId, topic, allowed) => {
      expect(await readingAs(user, groupId, topic)).toEqual(allowed ? 'ok' : refusedGroup);
    },
    60_000,
  );

  it('lets KEDA compare a group’s offsets with its topic', async () => {
    const client = kafkaOf('keda').admin();
    await client.connect();
    const [offsets] = await client.fetchOffsets({ groupId: 'cairn.points', topics: [topics.activity.topic] });
    expect(offsets?.partitions.some(({ offset }) => Number(offset) > 0)).toBe(true);
    expect(await outcome(client.fetchOffsets({ groupId: 'cairn.portal-bff.dlq' }))).toEqual(refusedGroup);
    await client.disconnect();
  });

  it('lets the topics’ Job make a topic, and no service', async () => {
    const { KAFKA_BROKERS: open = '' } = product.stack.env;
    const operator = createKafka({ brokers: [open] }, 'test', createLogger('test', 'silent')).admin();
    await operator.connect();
    const gone = deadLetterTopic(topics.audit.topic);
    await operator.deleteTopics({ topics: [gone] });
    await until('the topic is gone', async () => !(await operator.listTopics()).includes(gone));
    await operator.disconnect();
    expect(await outcome(provisionTopics(connectionOf('points')))).not.toBe('ok');
    expect(await provisionTopics(connectionOf('topics'))).toEqual([gone]);
  }, 60_000);
});

/** Joins the group and fetches. */
async function readingAs(user: KafkaUserName, groupId: string, topic: string): Promise<string> {
  const consumer = kafkaOf(user).consumer({
    groupId,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 100,
    retry: { retries: 0, restartOnFailure: async () => false },
  });
  const result = new Promise<string>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => resolve(outcome(Promise.reject(payload.error))));
    // Fetched and not refused.
    consumer.on(consumer.events.FETCH, () => resolve('ok'));
    consumer
      .connect()
      .then(() => consumer.subscribe({ topics: [topic], fromBeginning: true }))
      .then(() => consumer.run({ eachMessage: async () => undefined }))
      .catch(error => outcome(Promise.reject(error)).then(resolve, reject));
  });
  try {
    return await result;
  } finally {
    await consumer.disconnect();
  }
}
