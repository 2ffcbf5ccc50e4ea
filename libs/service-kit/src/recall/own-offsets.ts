import type { RecordMetadata } from 'kafkajs';

/** As consumer_offsets names how far this database knows the streams that its own service writes. */
export const recallGroup = 'recall';

/** How far a service's own stream goes, as far as its database knows. */
export interface OwnOffset {
  topic: string;
  partition: number;
  /** Of the message after the last. */
  next: number;
}

/**
 * Where messages lie that Kafka has acked. `placed` holds the partition of each.
 * @returns one a topic and partition.
 */
export function offsetsAfter<Message>(
  acked: readonly Pick<RecordMetadata, 'topicName' | 'partition' | 'baseOffset'>[],
  sent: readonly { topic: string; messages: readonly Message[] }[],
  placed: ReadonlyMap<Message, number>,
): OwnOffset[] {
  return acked.flatMap(({ topicName, partition, baseOffset }) => {
    const base = Number(baseOffset ?? -1);
    const count = sent
      .filter(({ topic }) => topic === topicName)
      .flatMap(({ messages }) => messages)
      .filter(message => placed.get(message) === partition).length;
    return base < 0 ? [] : [{ topic: topicName, partition, next: base + count }];
  });
}
