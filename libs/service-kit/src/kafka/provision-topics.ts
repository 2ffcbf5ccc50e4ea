import { deadLetterTopic, type TopicDefinition, topics } from '@cairn/contracts/topics';
import { Kafka, logLevel } from 'kafkajs';
import type { KafkaConnection } from './connection.js';
import { deadLetterPartitions } from './dead-letters.js';

const dayMs = 86_400_000;

/** What a producer sends of one partition at once is one batch to the broker; ours stay far under this. */
const largestBatch = { name: 'max.message.bytes', value: String(16 * 1_048_576) };

/** A letter may hold personal data, so it is gone within 30 days: Kafka deletes by segments, here of a day each. */
const deadLetterRetention = [
  { name: 'retention.ms', value: String(29 * dayMs) },
  { name: 'segment.ms', value: String(dayMs) },
];

/** The topics of the table, and a dead-letter topic for each, as the broker wants them. */
export function plannedTopics(replicationFactor: number) {
  return Object.values<TopicDefinition>(topics).flatMap(definition => [
    {
      topic: definition.topic,
      numPartitions: definition.partitions,
      replicationFactor,
      configEntries: [...retentionOf(definition), largestBatch],
    },
    {
      topic: deadLetterTopic(definition.topic),
      numPartitions: deadLetterPartitions,
      replicationFactor,
      configEntries: [...deadLetterRetention, largestBatch],
    },
  ]);
}

function retentionOf(definition: TopicDefinition) {
  if (definition.retention === 'compact') {
    return [
      { name: 'cleanup.policy', value: 'compact' },
      // An erased person's record is overwritten, and compaction runs within 30 days (domain.md 6.3).
      { name: 'max.compaction.lag.ms', value: String(30 * dayMs) },
    ];
  }
  const ms = definition.retention === 'forever' ? -1 : definition.retention * dayMs;
  return [{ name: 'retention.ms', value: String(ms) }];
}

/** Creates what is missing; leaves what is there as it is. @returns the names created. */
export async function provisionTopics(
  { brokers, ...security }: KafkaConnection,
  replicationFactor = 1,
): Promise<string[]> {
  const admin = new Kafka({
    clientId: 'cairn-topics',
    brokers: [...brokers],
    ...security,
    logLevel: logLevel.NOTHING,
  }).admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = plannedTopics(replicationFactor).filter(({ topic }) => !existing.has(topic));
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: true });
    return missing.map(({ topic }) => topic);
  } finally {
    await admin.disconnect();
  }
}
