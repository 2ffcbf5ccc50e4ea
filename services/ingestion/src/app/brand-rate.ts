import { setTimeout as wait } from 'node:timers/promises';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { Inject, Injectable } from '@nestjs/common';
import type { IngestionConfig } from '../config.js';
import { type Bucket, take } from '../domain/token-bucket.js';

/** Milliseconds that a stream waits for its brand's bucket to fill, a slice; then it is told to come back. */
const patience = 30_000;

/** How fast a brand's events are taken: one token bucket a brand on each replica (design.md §3). */
@Injectable()
export class BrandRate {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: IngestionConfig,
  ) {}

  /** Takes the events' tokens. @throws DomainError `rate_limited` with Retry-After where there are too few. */
  takeOrRefuse(brandId: string, events: number): void {
    const missing = this.take(brandId, events);
    if (missing > 0) throw tooFast(missing);
  }

  /** The same, but waits for the bucket to fill. @throws DomainError `rate_limited` after 30 s. */
  async waitFor(brandId: string, events: number): Promise<void> {
    const deadline = performance.now() + patience;
    for (let missing = this.take(brandId, events); missing > 0; missing = this.take(brandId, events)) {
      if (performance.now() + missing > deadline) throw tooFast(missing);
      await wait(missing);
    }
  }

  /** @returns milliseconds until there are enough; 0 where they are taken. */
  private take(brandId: string, events: number): number {
    const limits = { perSecond: this.config.BRAND_EVENTS_PER_SECOND, burst: this.config.BRAND_EVENTS_BURST };
    const taken = take(this.buckets.get(brandId), events, limits, this.clock().getTime());
    if (taken.kind === 'refused') return taken.waitMs;
    this.buckets.set(brandId, taken.bucket);
    return 0;
  }
}

function tooFast(missing: number): DomainError {
  const seconds = Math.max(1, Math.ceil(missing / 1_000));
  return new DomainError('rate_limited', `Too fast: send it again in ${seconds} s.`, undefined, {
    'retry-after': String(seconds),
  });
}
