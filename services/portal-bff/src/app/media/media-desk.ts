import { sizeWords } from '@cairn/contracts/words/size-words';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { cancelWork, scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PortalConfig } from '../../config.js';
import { mediaProof } from '../../domain/media/media-proof.js';
import { MEDIA_STORE, type MediaStore } from '../../out/media/media-store.js';
import {
  type ComingMedia,
  findMedia,
  insertMedia,
  keepMedia,
  lockMediaOf,
  type MediaOwner,
  mediaExists,
  mediaUsage,
  type StoredMedia,
  settleMedia,
  unuseMedia,
  useMedia,
  usesOfUnkept,
} from '../../out/postgres/media.js';
import { forgottenMedia, keyOf } from './forget-media.js';
import { type Incoming, measured, recognised, tooLarge } from './receive-media.js';
import { sweepAfter, sweepMediaWork } from './sweep.js';

const day = 86_400_000;

/** Uploads that one copy of the service takes at once: each has some megabytes in memory. */
const mostAtOnce = 20;

/**
 * Takes photos and videos (ADR 41). A row stands before the bytes are stored and is swept with them, a day later, where
 * nothing came of them; so whatever dies in the middle, nothing stays that nobody knows of.
 */
@Injectable()
export class MediaDesk {
  private underWay = 0;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: PortalConfig,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(MEDIA_STORE) private readonly store: MediaStore | null,
  ) {}

  get isOpen(): boolean {
    return this.store !== null;
  }

  /**
   * Stores a file, whole or not at all; the same bytes of the same person once.
   * @param announced bytes of the request; undefined where it does not say.
   * @throws DomainError `unsupported_media_type`, `too_large`, `rate_limited`, `unavailable`; and what `source` throws.
   */
  async take(
    owner: MediaOwner,
    announced: number | undefined,
    source: AsyncIterable<Buffer>,
  ): Promise<StoredMedia> {
    const store = this.opened();
    if (this.underWay >= mostAtOnce) {
      throw new DomainError('unavailable', 'Many hand in something just now: try again in a moment.');
    }
    this.underWay += 1;
    try {
      const incoming = await recognised(source);
      const media = await this.reserve(owner, incoming, announced);
      return await this.keepBytes(store, media, incoming.bytes);
    } finally {
      this.underWay -= 1;
    }
  }

  /** It is to be the proof of an event: in the transaction that draws or reads the event's id, before it is sent. */
  async use(sql: Sql, media: StoredMedia, eventId: string): Promise<void> {
    const used = await useMedia(sql, media.id, eventId);
    if (used === undefined) throw away('The file was not kept long enough');
    if (!used.kept) await scheduleWork(sql, [this.sweepOf(media, 'used')]);
  }

  /** The event is accepted, so it stays. */
  async keep({ id }: StoredMedia): Promise<void> {
    await inTransaction(this.db, async sql => {
      await keepMedia(sql, id, this.clock().toISOString());
      await cancelWork(sql, sweepMediaWork, [id]);
    });
  }

  /** Nothing came of it: it goes with what is swept. */
  async refuse(media: StoredMedia, eventId: string): Promise<void> {
    await unuseMedia(onPool(this.db), media.id, eventId);
  }

  private opened(): MediaStore {
    if (this.store !== null) return this.store;
    throw new DomainError(
      'unsupported_media_type',
      'Photos and videos are not taken here: put yours online, and hand in its address as JSON.',
    );
  }

  /** @throws DomainError `too_large`, `rate_limited` */
  private async reserve(
    owner: MediaOwner,
    { kind, type }: Incoming,
    announced: number | undefined,
  ): Promise<ComingMedia> {
    const limit = this.limitOf(kind);
    // The form around the file is a few hundred bytes.
    if (announced !== undefined && announced > limit + 100_000) throw tooLarge(kind, limit);
    const media = { id: newId(), ...owner, kind, type, bytes: Math.min(announced ?? limit, limit) };
    const now = this.clock();
    await inTransaction(this.db, async sql => {
      await lockMediaOf(sql, owner);
      const used = await mediaUsage(sql, owner, new Date(now.getTime() - day).toISOString());
      if (used.bytes + media.bytes > this.config.MEDIA_DAILY_BYTES) throw this.overTheDay(used.oldest, now);
      await insertMedia(sql, media, now.toISOString());
      await scheduleWork(sql, [this.sweepOf(media, 'unused')]);
    });
    return media;
  }

  private async keepBytes(
    store: MediaStore,
    media: ComingMedia,
    source: AsyncIterable<Buffer>,
  ): Promise<StoredMedia> {
    const { bytes, result } = measured(source, media.kind, this.limitOf(media.kind));
    let fault: { error: unknown } | undefined;
    try {
      await store.put(
        keyOf(media),
        told(bytes, error => {
          fault = { error };
        }),
        media.type,
      );
      const stored = await this.settle(media, result());
      // The same bytes were here before: these are one time too many.
      if (stored.id !== media.id) await this.discard(store, media);
      return stored;
    } catch (error) {
      await this.discard(store, media);
      if (fault !== undefined) throw fault.error;
      if (error instanceof DomainError) throw error;
      this.logger.error({ err: error, media: media.id }, 'a file could not be stored');
      throw away('The place where photos and videos are kept does not answer just now');
    }
  }

  private async settle(
    media: ComingMedia,
    { sha256, size }: { sha256: string; size: number },
  ): Promise<StoredMedia> {
    const { id, brandId, ambassadorId } = media;
    return await inTransaction(this.db, async sql => {
      await lockMediaOf(sql, media);
      const known = await findMedia(sql, brandId, sha256, ambassadorId);
      if (known !== undefined) {
        const uses = await usesOfUnkept(sql, known.id);
        if (uses?.length === 0) await scheduleWork(sql, [this.sweepOf(known, 'unused')]);
        return known;
      }
      const proofUrl = mediaProof(this.config.PUBLIC_URL, sha256);
      if (!(await settleMedia(sql, id, { sha256, bytes: size, proofUrl }))) {
        throw away('The file came in for more than a day');
      }
      return (await findMedia(sql, brandId, sha256, ambassadorId))!;
    });
  }

  /** At once, as far as it goes: else the sweep does it. */
  private async discard(store: MediaStore, media: ComingMedia): Promise<void> {
    try {
      const gone = await forgottenMedia(this.db, store, media, []);
      // Erased while it came in, it has no row to be swept by.
      if (!gone && !(await mediaExists(onPool(this.db), media.id))) await store.remove(keyOf(media));
    } catch (error) {
      this.logger.warn({ err: error, media: media.id }, 'what was begun of a file is left to the sweep');
    }
  }

  private sweepOf({ id, brandId, ambassadorId }: ComingMedia | StoredMedia, state: 'unused' | 'used') {
    return {
      kind: sweepMediaWork,
      key: id,
      brandId,
      payload: { ambassadorId },
      dueAt: new Date(this.clock().getTime() + sweepAfter[state]).toISOString(),
    };
  }

  private limitOf(kind: 'photo' | 'video'): number {
    return kind === 'photo' ? this.config.MEDIA_PHOTO_BYTES : this.config.MEDIA_VIDEO_BYTES;
  }

  private overTheDay(oldest: string | null, now: Date): DomainError {
    const first = oldest === null ? now.getTime() : Date.parse(oldest);
    const seconds = Math.ceil((first + day - now.getTime()) / 1_000);
    const most = sizeWords(this.config.MEDIA_DAILY_BYTES);
    return new DomainError(
      'rate_limited',
      `Photos and videos of ${most} in all may be handed in within 24 hours, and this one is beyond it: hand it in later, or the address of your post.`,
      undefined,
      { 'retry-after': String(Math.max(1, seconds)) },
    );
  }
}

/** Passes bytes on, and tells of what the source throws: it is not the store's fault. */
async function* told(source: AsyncIterable<Buffer>, tell: (error: unknown) => void): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (error) {
    tell(error);
    throw error;
  }
}

function away(what: string): DomainError {
  return new DomainError('unavailable', `${what}: nothing was handed in. Try again in a moment.`);
}
