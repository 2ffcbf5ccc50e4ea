import { services } from '@cairn/contracts/services';
import { deadLetterTopic, type TopicDefinition, topics } from '@cairn/contracts/topics';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { definition as milestones } from '../../../../services/milestones/src/definition.js';
import { definition as notifications } from '../../../../services/notifications/src/definition.js';
import { definition as points } from '../../../../services/points/src/definition.js';
import { definition as portal } from '../../../../services/portal-bff/src/definition.js';
import { definition as rewards } from '../../../../services/rewards/src/definition.js';
import { kafkaTopics, kafkaUsers } from './resources.js';
import { type KafkaUserName, type Operation, rightsOfAll } from './rights.js';

const table = Object.values<TopicDefinition>(topics);
const may = (user: KafkaUserName, operation: Operation, topic: string) =>
  rightsOfAll()
    .get(user)!
    .some(
      ({ resource, name, pattern, operations }) =>
        resource === 'topic' &&
        (pattern === 'prefix' ? topic.startsWith(name) : topic === name) &&
        operations.includes(operation),
    );

describe('KafkaTopics', () => {
  const described = z.object({
    metadata: z.object({ name: z.string() }),
    spec: z.object({
      partitions: z.number(),
      replicas: z.literal(3),
      config: z.record(z.string(), z.unknown()),
    }),
  });
  const of = new Map(
    kafkaTopics().map(each => [described.parse(each).metadata.name, described.parse(each).spec]),
  );

  it('are the table’s topics and their dead letters', () => {
    expect([...of.keys()].sort()).toEqual(
      table.flatMap(({ topic }) => [topic, deadLetterTopic(topic)]).sort(),
    );
  });

  it.each(table.map(topic => [topic.topic, topic] as const))(
    '%s has the table’s partitions and retention',
    (name, topic) => {
      const { partitions, config } = of.get(name)!;
      expect(partitions).toBe(topic.partitions);
      const days = typeof topic.retention === 'number' ? topic.retention * 86_400_000 : -1;
      expect(config).toMatchObject(
        topic.retention === 'compact' ? { 'cleanup.policy': 'compact' } : { 'retention.ms': days },
      );
    },
  );
});

describe('what users of Kafka may do', () => {
  it.each(services)('%s reads and writes what the table says', service => {
    for (const { topic, producers, consumers } of table) {
      const own = producers.length === 1 && producers[0] === service;
      expect([topic, may(service, 'Read', topic)]).toEqual([topic, consumers.includes(service) || own]);
      // portal-bff writes a dead letter back to where it came from.
      const writes = producers.includes(service) || service === 'portal-bff';
      expect([topic, may(service, 'Write', topic)]).toEqual([topic, writes]);
      const letters = deadLetterTopic(topic);
      expect([letters, may(service, 'Write', letters)]).toEqual([letters, consumers.includes(service)]);
      expect([letters, may(service, 'Read', letters)]).toEqual([letters, service === 'portal-bff']);
    }
  });

  it.each([points, milestones, rewards, notifications, portal])(
    'lets $name read back what it recalls',
    ({ name, recalls = [] }) => {
      expect(recalls.length).toBeGreaterThan(0);
      for (const key of recalls) expect([key, may(name, 'Read', topics[key].topic)]).toEqual([key, true]);
    },
  );

  it('lets KEDA and the topics’ Job see no message', () => {
    for (const user of ['keda', 'topics'] as const)
      for (const { operations } of rightsOfAll().get(user)!)
        expect(operations.filter(each => each === 'Read' || each === 'Write')).toEqual([]);
  });

  it('is what Strimzi’s users say', () => {
    expect(kafkaUsers()).toContainEqual(
      expect.objectContaining({
        metadata: { name: 'cairn-milestones', labels: { 'strimzi.io/cluster': 'cairn' } },
        spec: {
          authentication: { type: 'scram-sha-512' },
          authorization: {
            type: 'simple',
            acls: expect.arrayContaining([
              {
                resource: { type: 'topic', name: 'cairn.points.entries.v1', patternType: 'literal' },
                operations: ['Read', 'Describe'],
                host: '*',
              },
            ]),
          },
        },
      }),
    );
  });
});
