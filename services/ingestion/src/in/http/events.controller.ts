import { createHash } from 'node:crypto';
import type { IngestAnswer } from '@cairn/contracts/http/ingest-event';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AcceptEvents } from '../../app/accept-events.js';
import type { IngestionConfig } from '../../config.js';
import { type Bucket, take } from '../../domain/token-bucket.js';
import { findKeyHolder, type KeyHolder } from '../../out/postgres/api-keys.js';

/** Events in one array, at most (api.md, Ingestion). */
const arrayLimit = 1_000;

@Controller('v1/events')
export class EventsController {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    @Inject(AcceptEvents) private readonly acceptEvents: AcceptEvents,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: IngestionConfig,
  ) {}

  @Post()
  @HttpCode(202)
  async post(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): Promise<IngestAnswer> {
    const holder = await this.holderOf(authorization);
    const values = Array.isArray(body) ? body : [body];
    if (values.length > arrayLimit) {
      throw new DomainError('too_large', `Send at most ${arrayLimit} events in an array, or NDJSON.`);
    }
    this.limit(holder.brandId, values.length);
    const answer = await this.acceptEvents.accept(values, holder);
    const [refused] = answer.rejected;
    if (!Array.isArray(body) && refused !== undefined) {
      throw new DomainError(
        'invalid_event',
        'Mend the fields named in errors and send it again.',
        refused.errors,
      );
    }
    return answer;
  }

  private async holderOf(authorization: string | undefined): Promise<KeyHolder> {
    const key = /^Bearer (ck_\S+)$/.exec(authorization ?? '')?.[1];
    const holder =
      key && (await findKeyHolder(onPool(this.db), createHash('sha256').update(key).digest('hex')));
    if (!holder)
      throw new DomainError('unauthenticated', 'Send Authorization: Bearer with an API key of your brand.');
    if (!holder.scopes.includes('events:write')) {
      throw new DomainError('forbidden', 'This key lacks the scope events:write: make one that has it.');
    }
    return holder;
  }

  private limit(brandId: string, events: number): void {
    const limits = { perSecond: this.config.BRAND_EVENTS_PER_SECOND, burst: this.config.BRAND_EVENTS_BURST };
    const taken = take(this.buckets.get(brandId), events, limits, this.clock().getTime());
    if (taken.kind === 'refused') {
      throw new DomainError(
        'rate_limited',
        `Too fast: send it again in ${taken.retryAfterSeconds} s.`,
        undefined,
        {
          'retry-after': String(taken.retryAfterSeconds),
        },
      );
    }
    this.buckets.set(brandId, taken.bucket);
  }
}
