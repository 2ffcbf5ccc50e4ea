import { deadLetterTopic } from '@cairn/contracts/topics';
import type { KafkaMessage, Producer } from 'kafkajs';
import { deadLetters } from '../telemetry/metrics.js';
import { failureReason } from './failure.js';

/** Of each dead-letter topic: letters are few, and one partition keeps their order. */
export const deadLetterPartitions = 1;

export interface DeadLetter {
  topic: string;
  partition: number;
  message: KafkaMessage;
  consumer: string;
  error: unknown;
}

/**
 * Puts the message, as it was, in its topic's dead-letter topic with where it came from and why; returns once Kafka
 * has it, so that the offset may move on.
 */
export async function sendToDeadLetters(producer: Producer, letter: DeadLetter): Promise<void> {
  const error = letter.error instanceof Error ? letter.error : new Error(String(letter.error));
  await producer.send({
    topic: deadLetterTopic(letter.topic),
    acks: -1,
    messages: [
      {
        key: letter.message.key,
        value: letter.message.value,
        headers: {
          ...letter.message.headers,
          'cairn-reason': failureReason(letter.error),
          'cairn-error': error.message.slice(0, 2_000),
          'cairn-stack': (error.stack ?? '').slice(0, 4_000),
          'cairn-topic': letter.topic,
          'cairn-partition': String(letter.partition),
          'cairn-offset': letter.message.offset,
          'cairn-consumer': letter.consumer,
        },
      },
    ],
  });
  deadLetters.inc({ topic: letter.topic, reason: failureReason(letter.error) });
}
