import { setTimeout as wait } from 'node:timers/promises';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HomeNotice } from '../../../out/postgres/home-channel.js';
import { homeRevisions, loadHomeRows } from '../../../out/postgres/read-model/home-rows.js';
import type { EventStream } from './event-stream.js';
import { homeFrame } from './home-frame.js';

/** Milliseconds over which browsers come back to other copies, so that not all do at the same instant. */
const backWithin = 500;

/** Homes read at once; milliseconds between reads, in which touches gather; and between heartbeats. */
const batch = 100;
const gatherFor = 50;
const heartbeatEvery = 15_000;

/** The open streams of one ambassador, and the revision that they were last given. */
interface Readers {
  streams: Set<EventStream>;
  revision: number;
}

/**
 * The open streams of this replica. Whatever touches an ambassador only marks them; one loop reads the marked homes,
 * many at once and never two reads at a time, and hands each reader the whole state. So neither a burst of events nor
 * a thousand browsers that come back at once can take the database's connections.
 */
@Injectable()
export class StreamHub implements OnModuleInit, BeforeApplicationShutdown {
  private readonly readers = new Map<string, Readers>();
  private readonly touched = new Set<string>();
  private heart: NodeJS.Timeout | undefined;
  private reading = false;
  private closed = false;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.heart = setInterval(() => this.beat(), heartbeatEvery);
    this.heart.unref();
  }

  /** Ends every stream, so that closing the server need not wait for browsers; they come back elsewhere. */
  beforeApplicationShutdown(): void {
    this.closed = true;
    clearInterval(this.heart);
    for (const stream of this.all()) endSoon(stream);
  }

  /**
   * From here on the stream misses nothing; its first state follows at once. While the service stops it ends at once
   * instead: a browser gives a stream up that is refused, and comes back to one that ends.
   */
  add(stream: EventStream): void {
    if (this.closed) {
      endSoon(stream);
      return;
    }
    const { ambassadorId } = stream.owner;
    const readers = this.readers.get(ambassadorId) ?? { streams: new Set(), revision: -1 };
    this.readers.set(ambassadorId, readers);
    readers.streams.add(stream);
    this.touch([ambassadorId]);
  }

  remove(stream: EventStream): void {
    const readers = this.readers.get(stream.owner.ambassadorId);
    readers?.streams.delete(stream);
    if (readers?.streams.size === 0) this.readers.delete(stream.owner.ambassadorId);
  }

  /** What another part of the product committed. */
  notice(notice: HomeNotice): void {
    switch (notice.kind) {
      case 'homes':
        this.touch(notice.ambassadorIds);
        break;
      case 'brand':
        this.touch([...this.all()].filter(({ owner }) => owner.brandId === notice.brandId).map(idOf));
        break;
      case 'session':
        for (const stream of this.all()) if (stream.owner.sessionHash === notice.hash) stream.end();
    }
  }

  /** Looks for newer revisions of every open home: makes up for notices that were missed. */
  async poll(): Promise<void> {
    const ids = [...this.readers.keys()];
    if (ids.length === 0) return;
    const revisions = await homeRevisions(onPool(this.db), ids);
    this.touch(ids.filter(id => (revisions.get(id) ?? 0) > (this.readers.get(id)?.revision ?? 0)));
  }

  private touch(ambassadorIds: readonly string[]): void {
    for (const id of ambassadorIds) if (this.readers.has(id)) this.touched.add(id);
    if (!this.reading && this.touched.size > 0) void this.read();
  }

  private async read(): Promise<void> {
    this.reading = true;
    try {
      while (this.touched.size > 0 && !this.closed) {
        const ids = [...this.touched].slice(0, batch);
        for (const id of ids) this.touched.delete(id);
        await this.deliver(ids);
        if (this.touched.size < batch) await wait(gatherFor);
      }
    } finally {
      this.reading = false;
    }
  }

  private async deliver(ids: readonly string[]): Promise<void> {
    try {
      const now = this.clock();
      for (const rows of await loadHomeRows(onPool(this.db, { prepared: true }), ids, now)) {
        const readers = this.readers.get(rows.ambassador.id);
        if (readers === undefined) continue;
        const frame = homeFrame(rows, now);
        readers.revision = frame.id.revision;
        for (const stream of readers.streams) stream.offer(frame);
      }
    } catch (error) {
      this.logger.warn(
        { err: error, homes: ids.length },
        'homes could not be read; the next poll tries again',
      );
      for (const id of ids) {
        const readers = this.readers.get(id);
        if (readers !== undefined) readers.revision = -1;
      }
    }
  }

  private beat(): void {
    const now = this.clock().getTime();
    for (const stream of this.all()) stream.heartbeat(now);
  }

  private *all(): Generator<EventStream> {
    for (const { streams } of this.readers.values()) yield* streams;
  }
}

function endSoon(stream: EventStream): void {
  stream.end(Math.round(Math.random() * backWithin));
}

function idOf(stream: EventStream): string {
  return stream.owner.ambassadorId;
}
