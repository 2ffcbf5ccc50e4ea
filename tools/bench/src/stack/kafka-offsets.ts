import { type Admin, Kafka, logLevel } from 'kafkajs';
import { until } from './until.js';

/** Lag of a consumer group on a topic, in messages. */
export interface GroupLag {
  readonly group: string;
  readonly topic: string;
  readonly lag: number;
}

/** What the broker knows of topics and consumer groups. */
export class KafkaOffsets {
  private constructor(private readonly admin: Admin) {}

  static async connect(brokers: readonly string[]): Promise<KafkaOffsets> {
    const kafka = new Kafka({ clientId: 'cairn-bench', brokers: [...brokers], logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    return new KafkaOffsets(admin);
  }

  async disconnect(): Promise<void> {
    await this.admin.disconnect();
  }

  /** A topic of the bench's own, with the settings of the product's. */
  async createTopic(topic: string, numPartitions: number): Promise<void> {
    await this.admin.createTopics({
      topics: [{ topic, numPartitions, replicationFactor: 1, configEntries: [largestBatch] }],
      waitForLeaders: true,
    });
    // On a busy machine a broker may know of a new topic a little later than of its leaders.
    const isThere = async (): Promise<boolean> =>
      (await this.ends(topic).catch(() => new Map())).size === numPartitions;
    await until(`the topic ${topic}`, isThere, { limit: 60_000 });
  }

  /** How many records a topic has ever taken. */
  async records(topic: string): Promise<number> {
    const offsets = await this.admin.fetchTopicOffsets(topic);
    return offsets.reduce((sum, { high }) => sum + Number(high), 0);
  }

  /** The lag of each group whose name begins so, by the offsets that it committed. */
  async lags(prefix: string): Promise<GroupLag[]> {
    const { groups } = await this.admin.listGroups();
    const names = groups.map(({ groupId }) => groupId).filter(name => name.startsWith(prefix));
    const highs = new Map<string, Map<number, number>>();
    const lags: GroupLag[] = [];
    for (const group of names) {
      for (const { topic, partitions } of await this.admin.fetchOffsets({ groupId: group })) {
        const high = highs.get(topic) ?? (await this.ends(topic));
        highs.set(topic, high);
        const lag = partitions
          .filter(({ offset }) => Number(offset) >= 0)
          .reduce((sum, { partition, offset }) => sum + (high.get(partition) ?? 0) - Number(offset), 0);
        lags.push({ group, topic, lag });
      }
    }
    return lags;
  }

  /** The end of each partition. */
  async ends(topic: string): Promise<Map<number, number>> {
    const offsets = await this.admin.fetchTopicOffsets(topic);
    return new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
  }
}

const largestBatch = { name: 'max.message.bytes', value: String(16 * 1_048_576) };
