import type { IngestAnswer } from '@cairn/contracts/http/ingest-event';
import { DomainError } from '@cairn/service-kit/domain-error';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AcceptEvents } from '../../app/accept-events.js';
import { BrandRate } from '../../app/brand-rate.js';
import { readEvent } from '../../app/read-event.js';
import { findMaxEventAge } from '../../out/postgres/brands.js';

/** What the product's own portal sends in for an ambassador: one event, the same way as everybody's (api.md, Ingestion). */
@Controller('internal/events')
@UseGuards(ServiceTokenGuard)
export class OwnEventsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(AcceptEvents) private readonly acceptEvents: AcceptEvents,
    @Inject(BrandRate) private readonly rate: BrandRate,
  ) {}

  @Post()
  @HttpCode(202)
  async post(@CallerOf() { brandId }: Caller, @Body() body: unknown): Promise<IngestAnswer> {
    const maxEventAgeDays = await findMaxEventAge(onPool(this.db), brandId);
    if (maxEventAgeDays === undefined) {
      throw new DomainError('unavailable', 'The brand is not known here yet: try again in a moment.');
    }
    this.rate.takeOrRefuse(brandId, 1);
    const holder = { brandId, scopes: [], maxEventAgeDays };
    const { events, rejected } = await this.acceptEvents.prepare([body], readEvent, holder);
    const [refused] = rejected;
    if (refused !== undefined) {
      throw new DomainError(
        'invalid_event',
        'Mend the fields named in errors and send it again.',
        refused.errors,
      );
    }
    await this.acceptEvents.send(events, holder);
    return { accepted: events.length, rejected };
  }
}
