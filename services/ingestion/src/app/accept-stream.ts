import type { IngestAnswer } from '@cairn/contracts/http/ingest-event';
import { DomainError } from '@cairn/service-kit/domain-error';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { ActivityProducer, type RoutedEvent } from '../out/kafka/activity-producer.js';
import type { KeyHolder } from '../out/postgres/api-keys.js';
import { AcceptEvents } from './accept-events.js';
import { BrandRate } from './brand-rate.js';
import { type Line, LineSplitter } from './line-splitter.js';
import { readLine } from './read-event.js';

/** Bytes of a line; what is longer is rejected as that line. */
const longestLine = 256 * 1_024;
/** Lines that are judged and sent together. */
const sliceLines = 500;
/** Slices of one stream that wait for Kafka's acknowledgement while the next is read. */
const mostUnderWay = 4;
/** Rejected lines that an answer lists (api.md, Ingestion). */
const mostListed = 1_000;

/**
 * Takes NDJSON in as it comes: a few slices of it are in memory at any time, and the client is read no faster than the
 * brand's rate and Kafka allow.
 */
@Injectable()
export class AcceptStream implements BeforeApplicationShutdown {
  private readonly runs = new Set<StreamRun>();

  constructor(
    @Inject(AcceptEvents) private readonly acceptEvents: AcceptEvents,
    @Inject(ActivityProducer) private readonly producer: ActivityProducer,
    @Inject(BrandRate) private readonly rate: BrandRate,
  ) {}

  /**
   * Resolves once Kafka has every accepted line. Ends at the first failure with how many were taken until then.
   * @throws DomainError `rate_limited`, `unavailable`, what reading `chunks` throws.
   */
  async accept(chunks: AsyncIterable<Uint8Array>, holder: KeyHolder): Promise<IngestAnswer> {
    const run = new StreamRun();
    this.runs.add(run);
    try {
      await run.whileWell(this.read(chunks, holder, run));
      await run.settled();
      return { accepted: run.acked, rejected: run.rejected, rejectedCount: run.rejectedCount };
    } catch (error) {
      run.stop();
      await run.ended();
      throw withCount(error, run.acked);
    } finally {
      this.runs.delete(run);
    }
  }

  /** A stream may have no end: it is told to come back, or the server would wait for it. */
  beforeApplicationShutdown(): void {
    for (const run of this.runs) {
      run.fail(
        new DomainError('unavailable', 'The service is being restarted.', undefined, { connection: 'close' }),
      );
    }
  }

  private async read(chunks: AsyncIterable<Uint8Array>, holder: KeyHolder, run: StreamRun): Promise<void> {
    const splitter = new LineSplitter(longestLine);
    for await (const chunk of chunks) {
      if (run.stopped) return;
      await this.take(splitter.push(chunk), holder, run);
    }
    await this.take(splitter.end(), holder, run);
  }

  private async take(lines: readonly Line[], holder: KeyHolder, run: StreamRun): Promise<void> {
    for (let from = 0; from < lines.length && !run.stopped; from += sliceLines) {
      const slice = lines.slice(from, from + sliceLines);
      await this.rate.waitFor(holder.brandId, slice.length);
      await this.producer.room();
      const before = { from: run.lines, keys: run.keys };
      const { events, rejected } = await this.acceptEvents.prepare(slice, readLine, holder, before);
      // A failure of an earlier slice: what comes after it is not sent, the client sends it all again.
      if (run.stopped) return;
      run.lines += slice.length;
      run.rejectedCount += rejected.length;
      run.rejected.push(...rejected.slice(0, Math.max(0, mostListed - run.rejected.length)));
      await run.begin(events, this.acceptEvents.send(events, holder));
    }
  }
}

/** What one stream has come to. */
class StreamRun {
  lines = 0;
  acked = 0;
  rejectedCount = 0;
  readonly rejected: IngestAnswer['rejected'] = [];
  stopped = false;
  /** Under which key the first sale of an order goes, while it is under way. */
  readonly keys = new Map<string, string>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly failure = Promise.withResolvers<never>();

  constructor() {
    // Whoever waits hears of it; between two waits nobody does.
    this.failure.promise.catch(() => undefined);
  }

  /** Waits while few enough slices are under way. */
  async begin(events: readonly RoutedEvent[], sent: Promise<void>): Promise<void> {
    const orders = this.remember(events);
    const done = sent.then(
      () => {
        this.acked += events.length;
        for (const orderId of orders) this.keys.delete(orderId);
      },
      error => this.fail(error),
    );
    this.underWay.add(done);
    void done.then(() => this.underWay.delete(done));
    while (this.underWay.size >= mostUnderWay) await this.whileWell(Promise.race(this.underWay));
  }

  /** @returns the orders whose key was not under way yet. */
  private remember(events: readonly RoutedEvent[]): string[] {
    const orders: string[] = [];
    for (const { hint } of events) {
      if (hint === null || this.keys.has(hint.orderId)) continue;
      this.keys.set(hint.orderId, hint.messageKey);
      orders.push(hint.orderId);
    }
    return orders;
  }

  /** @throws as soon as a slice fails, whatever is waited for: the client hears of it at once. */
  async whileWell<Result>(work: Promise<Result>): Promise<Result> {
    return await Promise.race([this.failure.promise, work]);
  }

  async settled(): Promise<void> {
    await this.whileWell(Promise.all(this.underWay));
  }

  fail(error: unknown): void {
    this.failure.reject(error);
  }

  stop(): void {
    this.stopped = true;
  }

  async ended(): Promise<void> {
    await Promise.all(this.underWay);
  }
}

function withCount(error: unknown, taken: number): unknown {
  if (!(error instanceof DomainError)) return error;
  const detail = `${error.message} Of this stream ${taken} events were taken: send it all again, nothing is counted twice.`;
  return new DomainError(error.code, detail, error.errors, error.headers);
}
