import { refKey } from '@cairn/contracts/ambassador-ref';
import { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import { referralSale } from '@cairn/contracts/events/activity/referral-sale';
import type { RejectedEvent } from '@cairn/contracts/http/ingest-event';
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
import type { ReadEvent } from './read-event.js';

/** Reads one event at an instant (milliseconds since the epoch), for a brand that takes events so many days old. */
export type Read<Item> = (item: Item, now: number, maxEventAgeDays: number) => ReadEvent;

export interface Prepared {
  events: RoutedEvent[];
  rejected: RejectedEvent[];
}

/** What earlier slices of a request leave to the next: the index of its first item, and its orders' keys under way. */
export interface Before {
  from: number;
  /** By order: a sale's hint is stored when it is sent, and its refund may be read before that. */
  keys: ReadonlyMap<string, string>;
}

const nothingBefore: Before = { from: 0, keys: new Map() };

/** Takes events in: judged by their form, given their message key, and into Kafka (design.md §3, first hop). */
@Injectable()
export class AcceptEvents {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ActivityProducer) private readonly producer: ActivityProducer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: IngestionConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Judges and routes; nothing is sent yet.
   * @param before what of the same request was prepared before.
   * @throws DomainError `unavailable` where Postgres does not answer.
   */
  async prepare<Item>(
    items: readonly Item[],
    read: Read<Item>,
    holder: KeyHolder,
    { from, keys }: Before = nothingBefore,
  ): Promise<Prepared> {
    const now = this.clock();
    const { brandId, maxEventAgeDays } = holder;
    const acceptance = { brandId, acceptedAt: now.toISOString(), hashKey: this.config.EMAIL_HASH_KEY };
    const rejected: RejectedEvent[] = [];
    const events: ActivityEvent[] = [];
    for (const [at, item] of items.entries()) {
      const judged = read(item, now.getTime(), maxEventAgeDays);
      if (judged.kind === 'event') events.push(activityEvent(judged.event, acceptance));
      else rejected.push({ index: from + at, id: judged.id, code: judged.code, errors: judged.errors });
    }
    return { events: await this.orUnavailable(brandId, this.route(brandId, events, keys)), rejected };
  }

  /**
   * Sends, in the order of its calls, and resolves once Kafka has them.
   * @throws DomainError `unavailable` where Kafka did not take them in time: then none counts as accepted.
   */
  async send(events: readonly RoutedEvent[], holder: KeyHolder): Promise<void> {
    if (events.length > 0) await this.orUnavailable(holder.brandId, this.producer.send(events));
  }

  private async orUnavailable<Result>(brandId: string, work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      this.logger.error({ err: error, brandId }, 'events could not be taken');
      throw new DomainError(
        'unavailable',
        'The events could not be taken: send them again, nothing is counted twice.',
      );
    }
  }

  /** Gives each event its message key, so that one ambassador's events stay in order (design.md §2). */
  private async route(
    brandId: string,
    events: readonly ActivityEvent[],
    keysBefore: ReadonlyMap<string, string>,
  ): Promise<RoutedEvent[]> {
    const refs = events.flatMap(event =>
      event.type === referralRefund.type ? [] : [refKey(event.data.ambassador)],
    );
    const refunded = events.flatMap(event =>
      event.type === referralRefund.type ? [event.data.orderId] : [],
    );
    const sql = onPool(this.db, { prepared: true });
    const [ambassadors, hints] = await Promise.all([
      findAmbassadors(sql, brandId, refs),
      findHints(sql, brandId, refunded),
    ]);
    for (const [orderId, key] of keysBefore) if (!hints.has(orderId)) hints.set(orderId, key);
    return events.map(event => {
      if (event.type === referralRefund.type) {
        const { orderId } = event.data;
        const key = hints.get(orderId) ?? `${brandId}:order:${orderId}`;
        return { key, event, hint: null };
      }
      const ref = refKey(event.data.ambassador);
      const key = `${brandId}:${ambassadors.get(ref) ?? ref}`;
      if (event.type !== referralSale.type) return { key, event, hint: null };
      const { orderId } = event.data;
      if (!hints.has(orderId)) hints.set(orderId, key);
      return { key, event, hint: { brandId, orderId, messageKey: key } };
    });
  }
}
