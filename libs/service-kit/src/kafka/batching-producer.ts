import type { Kafka, Producer } from 'kafkajs';
import { createPartitioner } from './client.js';

export interface OutgoingMessage {
  topic: string;
  key: string;
  value: string;
}

/** In characters; a round is one request to each broker. */
const largestRound = 4_000_000;

interface Waiting<Message> {
  messages: readonly Message[];
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Sends with acks=all, gathering what arrives while a request is under way into the next one: one request of many
 * messages instead of many of one. A promise resolves once Kafka has its messages, and rejects if it may not.
 */
export class BatchingProducer<Message extends OutgoingMessage = OutgoingMessage> {
  private waiting: Waiting<Message>[] = [];
  private sending = false;
  private readonly producer: Producer;

  constructor(
    kafka: Kafka,
    private readonly beforeSend: (messages: readonly Message[]) => Promise<void> = async () => undefined,
  ) {
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner,
      idempotent: true,
      maxInFlightRequests: 1,
      retry: { initialRetryTime: 50, maxRetryTime: 1_000, retries: 5 },
    });
  }

  async connect(): Promise<void> {
    await this.producer.connect();
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect();
  }

  /** How many messages wait for a request of their own; the caller refuses more when this grows. */
  get backlog(): number {
    return this.waiting.reduce((sum, entry) => sum + entry.messages.length, 0);
  }

  send(messages: readonly Message[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ messages, resolve, reject });
      if (!this.sending) void this.flush();
    });
  }

  /** What waits, in order, up to about four megabytes; at least one request. */
  private nextRound(): Waiting<Message>[] {
    let bytes = 0;
    const end = this.waiting.findIndex((entry, index) => {
      for (const message of entry.messages) bytes += message.value.length;
      return bytes > largestRound && index > 0;
    });
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end);
  }

  /** A fresh connection is a fresh producer id: an idempotent producer cannot go on after a lost sequence. */
  private async renew(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
    // Kafka may still be away; the next send tries to connect again by itself and fails clearly.
    await this.producer.connect().catch(() => undefined);
  }

  private async flush(): Promise<void> {
    this.sending = true;
    while (this.waiting.length > 0) {
      const batch = this.nextRound();
      try {
        const messages = batch.flatMap(entry => entry.messages);
        await this.beforeSend(messages);
        await this.producer.sendBatch({ acks: -1, topicMessages: byTopic(messages) });
        for (const entry of batch) entry.resolve();
      } catch (error) {
        for (const entry of batch) entry.reject(error);
        await this.renew();
      }
    }
    this.sending = false;
  }
}

function byTopic(messages: readonly OutgoingMessage[]) {
  return [...Map.groupBy(messages, message => message.topic)].map(([topic, of]) => ({
    topic,
    messages: of.map(({ key, value }) => ({ key, value })),
  }));
}
