import { randomUUID } from 'node:crypto';
import { type TopicKey, topics } from '@cairn/contracts/topics';
import type { ServiceName } from '@cairn/local/services/service-names';
import { createKafka, type Kafka } from '@cairn/service-kit/kafka/client';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { z } from 'zod';
import type { Databases } from './databases.js';

/** Messages of each partition, by `topic partition`. */
export type Ends = ReadonlyMap<string, number>;

const envelope = z.object({ aggregate: z.string(), aggregateversion: z.int() });

/** A message that says nothing new of its aggregate. */
export interface Repeat {
  topic: string;
  aggregate: string;
  version: number;
  /** The greatest version of the aggregate that lies before it on the topic. */
  after: number;
}

/** Kafka from outside: how far the topics go, and how far the services' databases are. */
export class Streams {
  private readonly kafka: Kafka;

  constructor(
    brokers: string,
    private readonly databases: Databases,
  ) {
    this.kafka = createKafka({ brokers: brokers.split(',') }, 'faults', createLogger('faults', 'silent'));
  }

  /** Where the topics that a service consumes end. */
  async endsFor(service: ServiceName): Promise<Ends> {
    return await this.ends(topicsWhere(({ consumers }) => consumers.includes(service)));
  }

  /** Messages before `ends` that a service's database has not stored an offset behind. */
  async behind(service: ServiceName, ends: Ends): Promise<number> {
    const rows = await this.databases.query<{ place: string; next: string }>(
      service,
      "SELECT topic || ' ' || partition AS place, max(next_offset) AS next FROM consumer_offsets GROUP BY 1",
    );
    const stored = new Map(rows.map(({ place, next }) => [place, Math.max(0, Number(next))]));
    let behind = 0;
    for (const [place, end] of ends) behind += Math.max(0, end - (stored.get(place) ?? 0));
    return behind;
  }

  async lag(service: ServiceName): Promise<number> {
    return await this.behind(service, await this.endsFor(service));
  }

  /** What a service has said so far that it had said before: nothing, but where a relay published twice. */
  async repeatsOf(service: ServiceName, from: Ends): Promise<Repeat[]> {
    const written = topicsWhere(({ producers }) => producers.includes(service));
    const ends = await this.ends(written);
    const repeats: Repeat[] = [];
    const seen = new Map<string, number>();
    await this.read(ends, (topic, partition, offset, value) => {
      const event = envelope.safeParse(JSON.parse(value));
      if (!event.success) return;
      const { aggregate, aggregateversion: version } = event.data;
      const key = `${topic} ${aggregate}`;
      const after = seen.get(key) ?? 0;
      seen.set(key, Math.max(after, version));
      if (offset >= (from.get(`${topic} ${partition}`) ?? 0) && version <= after) {
        repeats.push({ topic, aggregate, version, after });
      }
    });
    return repeats;
  }

  async endsOf(service: ServiceName): Promise<Ends> {
    return await this.ends(topicsWhere(({ producers }) => producers.includes(service)));
  }

  private async ends(names: readonly string[]): Promise<Ends> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const ends = new Map<string, number>();
      for (const topic of names) {
        for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
          ends.set(`${topic} ${partition}`, Number(high));
        }
      }
      return ends;
    } finally {
      await admin.disconnect();
    }
  }

  /** Every message before `ends`, each partition in its order. */
  private async read(
    ends: Ends,
    see: (topic: string, partition: number, offset: number, value: string) => void,
  ): Promise<void> {
    const left = new Map([...ends].filter(([, end]) => end > 0));
    if (left.size === 0) return;
    const consumer = this.kafka.consumer({ groupId: `faults.${randomUUID()}`, sessionTimeout: 30_000 });
    await consumer.connect();
    try {
      const names = [...new Set([...left.keys()].map(place => place.split(' ')[0]!))];
      await consumer.subscribe({ topics: names, fromBeginning: true });
      const { promise: through, resolve } = Promise.withResolvers<void>();
      await consumer.run({
        autoCommit: false,
        eachBatch: async ({ batch }) => {
          const place = `${batch.topic} ${batch.partition}`;
          const end = ends.get(place) ?? 0;
          for (const { offset, value } of batch.messages) {
            if (Number(offset) < end && value !== null) {
              see(batch.topic, batch.partition, Number(offset), String(value));
            }
          }
          if (Number(batch.lastOffset()) + 1 >= end) left.delete(place);
          if (left.size === 0) resolve();
        },
      });
      await through;
    } finally {
      await consumer.disconnect();
    }
  }
}

function topicsWhere(
  which: (of: { producers: readonly ServiceName[]; consumers: readonly ServiceName[] }) => boolean,
): string[] {
  return (Object.keys(topics) as TopicKey[]).filter(key => which(topics[key])).map(key => topics[key].topic);
}
