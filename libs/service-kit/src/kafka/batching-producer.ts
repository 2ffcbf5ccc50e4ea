import { setTimeout as wait } from 'node:timers/promises';
import type { Kafka, Producer } from 'kafkajs';
import { eventsPublished } from '../telemetry/metrics.js';
import { createPartitioner } from './client.js';

export interface OutgoingMessage {
  topic: string;
  key: string;
  value: string;
  headers?: Record<string, string>;
}

/** In characters; a round is one request to each broker. */
const largestRound = 4_000_000;

/** Milliseconds that a round may take with all its retries; kafkajs alone would wait 30 s for each. */
const roundLimit = 10_000;

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
  private producer: Producer | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly beforeSend: (messages: readonly Message[]) => Promise<void> = async () => undefined,
  ) {}

  async connect(): Promise<void> {
    this.producer = await this.fresh();
  }

  async disconnect(): Promise<void> {
    await this.producer?.disconnect();
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

  private async fresh(): Promise<Producer> {
    const producer = this.kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner,
      idempotent: true,
      maxInFlightRequests: 1,
      retry: { initialRetryTime: 50, maxRetryTime: 1_000, retries: 5 },
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      leave(producer);
      throw error;
    }
  }

  /**
   * After a failure only a new producer will do. kafkajs keeps its producer id for life (`connect` does not ask for
   * another) and turns the sequence back: where the broker had appended the batch all the same, it would take the next
   * one of as many messages for the same again, ack it and drop it.
   */
  private forget(): void {
    if (this.producer !== undefined) leave(this.producer);
    this.producer = undefined;
  }

  private async flush(): Promise<void> {
    this.sending = true;
    while (this.waiting.length > 0) {
      const batch = this.nextRound();
      const over = new AbortController();
      try {
        const messages = batch.flatMap(entry => entry.messages);
        await Promise.race([this.publish(messages, over.signal), tooLate(over.signal)]);
        for (const entry of batch) entry.resolve();
      } catch (error) {
        for (const entry of batch) entry.reject(error);
        this.forget();
      } finally {
        over.abort();
      }
    }
    this.sending = false;
  }

  /** Stops between its steps once the round is over: a later round has a producer of its own. */
  private async publish(messages: readonly Message[], over: AbortSignal): Promise<void> {
    if (this.producer === undefined) {
      const producer = await this.fresh();
      if (over.aborted) return leave(producer);
      this.producer = producer;
    }
    await this.beforeSend(messages);
    if (over.aborted) return;
    const topicMessages = byTopic(messages);
    await this.producer?.sendBatch({ acks: -1, topicMessages });
    for (const of of topicMessages) eventsPublished.inc({ topic: of.topic }, of.messages.length);
  }
}

/** What was under way may still arrive: whoever heard the error sends it again, and it counts once. */
async function tooLate(over: AbortSignal): Promise<never> {
  await wait(roundLimit, undefined, { signal: over });
  throw new Error(`Kafka did not ack within ${roundLimit} ms`);
}

function leave(producer: Producer): void {
  void producer.disconnect().catch(() => undefined);
}

function byTopic(messages: readonly OutgoingMessage[]) {
  return [...Map.groupBy(messages, message => message.topic)].map(([topic, of]) => ({
    topic,
    messages: of.map(({ key, value, headers }) => ({
      key,
      value,
      ...(headers === undefined ? {} : { headers }),
    })),
  }));
}
