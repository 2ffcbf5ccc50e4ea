import { topics } from '@cairn/contracts/topics';
import { BatchingProducer, type OutgoingMessage } from '@cairn/service-kit/kafka/batching-producer';
import { Kafka } from '@cairn/service-kit/kafka/client';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActivityEvent } from '../../app/activity-event.js';
import { type Hint, saveHints } from '../postgres/routing.js';

export interface RoutedEvent {
  key: string;
  event: ActivityEvent;
  /** Set on sales: where the order's refunds are to go. */
  hint: Hint | null;
}

interface HintedMessage extends OutgoingMessage {
  hint: Hint | null;
}

/** Messages that may wait for Kafka; more are refused, so that nothing grows while it is away. */
const mostWaiting = 50_000;

/** Writes the routing hints, then produces with acks=all; requests that come meanwhile share the next round. */
@Injectable()
export class ActivityProducer implements OnModuleInit, OnApplicationShutdown {
  private readonly producer: BatchingProducer<HintedMessage>;

  constructor(
    @Inject(Kafka) kafka: Kafka,
    @Inject(DataSource) db: DataSource,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.producer = new BatchingProducer<HintedMessage>(kafka, async messages => {
      const hints = messages.map(message => message.hint).filter(hint => hint !== null);
      // Only hints: an event is not refused for want of one.
      await saveHints(onPool(db), hints).catch(error =>
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

  /** Resolves once Kafka has them all. @throws where it may not have. */
  async send(events: readonly RoutedEvent[]): Promise<void> {
    if (this.producer.backlog + events.length > mostWaiting) throw new Error('too much is waiting for Kafka');
    const { topic } = topics.activity;
    await this.producer.send(
      events.map(({ key, event, hint }) => ({ topic, key, value: JSON.stringify(event), hint })),
    );
  }
}
