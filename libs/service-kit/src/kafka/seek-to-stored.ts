import type { Consumer, Kafka } from 'kafkajs';
import type { DataSource } from 'typeorm';
import { onPool } from '../postgres/sql.js';

const selectOffsets = `
  SELECT topic, partition, next_offset AS "nextOffset" FROM consumer_offsets
  WHERE consumer_group = $1 AND next_offset >= 0`;

/**
 * Takes a consumer back to where its database stands, on every partition that Kafka has it further on. Each batch is
 * compared with the stored offset anyway; this is for a topic that is idle, which brings no batch: a database that was
 * restored, or that wants a compacted topic again, would else wait for the next message.
 * @param group as consumer_offsets names it. @param assignment the partitions that this member was given.
 */
export async function seekToStored(
  { kafka, db, consumer }: { kafka: Kafka; db: DataSource; consumer: Consumer },
  group: string,
  groupId: string,
  assignment: Readonly<Record<string, number[]>>,
): Promise<void> {
  const stored = new Map(
    (
      await onPool(db).query<{ topic: string; partition: number; nextOffset: number }>(selectOffsets, [group])
    ).map(row => [`${row.topic} ${row.partition}`, row.nextOffset]),
  );
  for (const { topic, partitions } of await committedOffsets(kafka, groupId, Object.keys(assignment))) {
    for (const { partition, offset } of partitions) {
      const next = stored.get(`${topic} ${partition}`) ?? 0;
      if (!assignment[topic]?.includes(partition) || Number(offset) <= next) continue;
      consumer.seek({ topic, partition, offset: String(next) });
    }
  }
}

async function committedOffsets(kafka: Kafka, groupId: string, topics: string[]) {
  if (topics.length === 0) return [];
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await admin.fetchOffsets({ groupId, topics });
  } finally {
    await admin.disconnect();
  }
}
