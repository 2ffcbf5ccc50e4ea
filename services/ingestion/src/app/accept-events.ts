import { refKey } from '@cairn/contracts/ambassador-ref';
import { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import type { IngestAnswer, IngestEvent, RejectedEvent } from '@cairn/contracts/http/ingest-event';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IngestionConfig } from '../config.js';
import { ActivityProducer, type RoutedEvent } from '../out/kafka/activity-producer.js';
import type { KeyHolder } from '../out/postgres/api-keys.js';
import { findAmbassadors, findHints } from '../out/postgres/routing.js';
import { type ActivityEvent, activityEvent } from './activity-event.js';
import { readEvent } from './read-event.js';

/** Takes a request's events in: what is valid is in Kafka when this returns (design.md §3, first hop). */
@Injectable()
export class AcceptEvents {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ActivityProducer) private readonly producer: ActivityProducer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: IngestionConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError `unavailable` where Kafka did not take them: then none counts as accepted. */
  async accept(values: readonly unknown[], holder: KeyHolder): Promise<IngestAnswer> {
    const now = this.clock();
    const rejected: RejectedEvent[] = [];
    const events: IngestEvent[] = [];
    for (const [index, value] of values.entries()) {
      const read = readEvent(value, now.getTime(), holder.maxEventAgeDays);
      if (read.kind === 'event') events.push(read.event);
      else rejected.push({ index, id: read.id, code: read.code, errors: read.errors });
    }
    const acceptedAt = now.toISOString();
    const { EMAIL_HASH_KEY } = this.config;
    await this.send(
      holder.brandId,
      events.map(event => activityEvent(event, holder.brandId, acceptedAt, EMAIL_HASH_KEY)),
    );
    return { accepted: events.length, rejected };
  }

  private async send(brandId: string, events: readonly ActivityEvent[]): Promise<void> {
    if (events.length === 0) return;
    try {
      await this.producer.send(await this.route(brandId, events));
    } catch (error) {
      this.logger.error({ err: error, brandId, events: events.length }, 'events could not be taken');
      throw new DomainError(
        'unavailable',
        'The events could not be taken: send them again, nothing is counted twice.',
      );
    }
  }

  /** Gives each event its message key, so that one ambassador's events stay in order (design.md §2). */
  private async route(brandId: string, events: readonly ActivityEvent[]): Promise<RoutedEvent[]> {
    const refs = events.flatMap(event =>
      event.type === referralRefund.type ? [] : [refKey(event.data.ambassador)],
    );
    const refunded = events
      .filter(event => event.type === referralRefund.type)
      .map(event => event.data.orderId);
    const sql = onPool(this.db);
    const [ambassadors, hints] = await Promise.all([
      findAmbassadors(sql, brandId, refs),
      findHints(sql, brandId, refunded),
    ]);
    return events.map(event => {
      const { orderId } = event.data;
      if (event.type === referralRefund.type) {
        return { key: hints.get(orderId) ?? `${brandId}:order:${orderId}`, event, hint: null };
      }
      const ref = refKey(event.data.ambassador);
      const key = `${brandId}:${ambassadors.get(ref) ?? ref}`;
      if (!hints.has(orderId)) hints.set(orderId, key);
      return { key, event, hint: { brandId, orderId, messageKey: key } };
    });
  }
}
