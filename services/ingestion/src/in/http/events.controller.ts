import { Readable } from 'node:stream';
import { type IngestAnswer, ingestAnswer, ingestEvent } from '@cairn/contracts/http/ingest-event';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { withIdleLimit } from '@cairn/service-kit/http/idle-limit';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AcceptEvents } from '../../app/accept-events.js';
import { AcceptStream } from '../../app/accept-stream.js';
import { BrandRate } from '../../app/brand-rate.js';
import { readEvent } from '../../app/read-event.js';
import type { IngestionConfig } from '../../config.js';
import type { KeyHolder } from '../../out/postgres/api-keys.js';
import { ndjson } from './before-body.js';

/** Events in one array, at most (api.md, Ingestion). */
const arrayLimit = 1_000;

@Controller('v1/events')
export class EventsController {
  constructor(
    @Inject(AcceptEvents) private readonly acceptEvents: AcceptEvents,
    @Inject(AcceptStream) private readonly acceptStream: AcceptStream,
    @Inject(BrandRate) private readonly rate: BrandRate,
    @Inject(CONFIG) private readonly config: IngestionConfig,
  ) {}

  @Post()
  @HttpCode(202)
  @Answers(
    { 202: ingestAnswer },
    {
      summary: 'Send events',
      description: `One event, an array of up to ${arrayLimit} (at most 5 MB), or NDJSON of any length. The answer comes once all accepted ones are stored for good.

An event's own \`id\` makes it count once, so \`Idempotency-Key\` is taken and has nothing to add: after a time-out, 429 or 503 send the same again, as often as needed.

Bad events of an array or of NDJSON are listed in \`rejected\` and the others are taken; of NDJSON the first 1,000 are listed, and \`rejectedCount\` counts all. One bad event sent alone is 400.`,
      tags: ['Events'],
      contentTypes: { request: ['application/json', ndjson] },
      requestSchema: z.union([ingestEvent, z.array(ingestEvent).max(arrayLimit)]),
      problems: [
        'invalid_event',
        'too_slow',
        'too_large',
        'unsupported_media_type',
        'rate_limited',
        'unavailable',
      ],
    },
  )
  async post(@Req() request: FastifyRequest): Promise<IngestAnswer> {
    const holder = request.keyHolder;
    if (holder === null) throw new Error('the key is judged before the body');
    if (request.body instanceof Readable) return await this.stream(request, holder);
    const { body } = request;
    if (body === undefined) {
      throw new DomainError(
        'invalid_json',
        'The body is empty: send one event, an array of them, or NDJSON.',
      );
    }
    const values: unknown[] = Array.isArray(body) ? body : [body];
    if (values.length > arrayLimit) {
      throw new DomainError(
        'too_large',
        `Send at most ${arrayLimit} events in an array, or any number as NDJSON (${ndjson}).`,
      );
    }
    this.rate.takeOrRefuse(holder.brandId, values.length);
    const { events, rejected } = await this.acceptEvents.prepare(values, readEvent, holder);
    const [refused] = rejected;
    if (!Array.isArray(body) && refused !== undefined) {
      throw new DomainError(
        'invalid_event',
        'Mend the fields named in errors and send it again.',
        refused.errors,
      );
    }
    await this.acceptEvents.send(events, holder);
    return { accepted: events.length, rejected };
  }

  private async stream({ raw }: FastifyRequest, holder: KeyHolder): Promise<IngestAnswer> {
    try {
      // The connection must outlive an answer in the middle of the body.
      const chunks = withIdleLimit(raw.iterator({ destroyOnReturn: false }), this.config.STREAM_IDLE_LIMIT);
      return await this.acceptStream.accept(chunks, holder);
    } catch (error) {
      if (!raw.destroyed) throw error;
      throw new DomainError(
        'connection_lost',
        'The connection ended before the body did: send it all again.',
      );
    }
  }
}
