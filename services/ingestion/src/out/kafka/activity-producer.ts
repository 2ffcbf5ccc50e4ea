import { topics } from '@cairn/contracts/topics';
import { crashPoint } from '@cairn/service-kit/crash-point';
import { BatchingProducer, type OutgoingMessage } from '@cairn/service-kit/kafka/batching-producer';
import { traceparentHeader } from '@cairn/service-kit/kafka/chunk-trace';
import { Kafka } from '@cairn/service-kit/kafka/client';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActivityEvent } from '../../app/activity-event.js';
import { countAccepted } from '../../app/metrics.js';
import { type Hint, saveHints } from '../postgres/routing.js';
import { acceptedSpan } from './accepted-span.js';
import { withinTime } from './within-time.js';

export interface RoutedEvent {
  key: string;
  event: ActivityEvent;
  /** Set on sales: where the order's refunds are to go. */
  hint: Hint | null;
}

interface HintedMessage extends OutgoingMessage {
  hint: Hint | null;
}

/** Characters under way to Kafka; more are refused, so that nothing grows while it is away. */
const mostUnderWay = 32 * 1_048_576;
/** What streams leave to single requests: they wait from here on. */
const mostOfStreams = 8 * 1_048_576;
/** Milliseconds in which Kafka must have acked; what it acks later counts as well, and the client sends it again. */
const patience = 5_000;

/** Writes the routing hints, then produces with acks=all; requests that come meanwhile share the next round. */
@Injectable()
export class ActivityProducer implements OnModuleInit, OnApplicationShutdown {
  private readonly producer: BatchingProducer<HintedMessage>;
  private readonly underWay = new Map<Promise<unknown>, number>();

  constructor(
    @Inject(Kafka) kafka: Kafka,
    @Inject(DataSource) db: DataSource,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.producer = new BatchingProducer<HintedMessage>(kafka, async messages => {
      const hints = messages.map(message => message.hint).filter(hint => hint !== null);
      // Only hints: an event is not refused for want of one.
      await saveHints(onPool(db, { prepared: true }), hints).catch(error =>
        logger.warn({ err: error }, 'routing hints were not saved'),
      );
    });
  }

  async onModuleInit(): Promise<void> {
    await this.producer.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.producer.disconnect();
  }

  /**
   * Resolves once Kafka has them all; what is sent later arrives later.
   * @throws where Kafka may not have them: it said no, said nothing for 5 s, or too much waits for it already.
   */
  async send(events: readonly RoutedEvent[]): Promise<void> {
    const { topic } = topics.activity;
    const messages = events.map(({ key, event, hint }) => {
      const traceparent = acceptedSpan(event, events.length);
      return {
        topic,
        key,
        value: JSON.stringify(event),
        hint,
        ...(traceparent === undefined ? {} : { headers: { [traceparentHeader]: traceparent } }),
      };
    });
    const size = messages.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
    if (this.waiting + size > mostUnderWay) throw new Error('too much is waiting for Kafka');
    const sent = this.producer.send(messages);
    this.underWay.set(sent, size);
    const settle = () => this.underWay.delete(sent);
    sent.then(settle, settle);
    await withinTime(sent, patience, 'Kafka did not ack in time');
    countAccepted(events);
    crashPoint('ingest.after-produce', topic);
  }

  /** Waits until a stream may send its next slice. @throws where that takes longer than 5 s. */
  async room(): Promise<void> {
    const deadline = performance.now() + patience;
    while (this.waiting > mostOfStreams) {
      const settled = Promise.race([...this.underWay.keys()].map(sent => sent.catch(() => undefined)));
      await withinTime(
        settled,
        deadline - performance.now(),
        'Kafka did not take what was sent before in time',
      );
    }
  }

  private get waiting(): number {
    return [...this.underWay.values()].reduce((sum, size) => sum + size, 0);
  }
}
