import type { ServerResponse } from 'node:http';
import type { HomeVersion } from '../../../domain/home/rows.js';
import { streamEventOf } from '../../../domain/home/stream-event.js';
import type { HomeFrame } from './home-frame.js';
import { formatStreamId, isNewer, type StreamId } from './stream-id.js';

/** Milliseconds between frames, at least. */
const frameEvery = 100;
/** Heartbeats that a client may leave unread before it counts as gone. */
const patience = 3;

/** Whose stream it is, and until when. */
export interface StreamOwner {
  brandId: string;
  ambassadorId: string;
  sessionHash: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * One open browser. It holds at most one state that is not sent yet, the newest: a slow client skips states, and never
 * makes a queue.
 */
export class EventStream {
  private sentVersion: HomeVersion | null = null;
  private waiting: HomeFrame | null = null;
  private timer: NodeJS.Timeout | undefined;
  private lastSent = Number.NEGATIVE_INFINITY;
  private blocked = false;
  private unread = 0;

  /** `seen`: the Last-Event-ID of a browser that comes back. */
  constructor(
    readonly owner: StreamOwner,
    private readonly socket: ServerResponse,
    private seen: StreamId | null,
  ) {
    socket.on('drain', () => {
      this.blocked = false;
      this.unread = 0;
      this.flush();
    });
  }

  /** Takes a state and sends it as soon as the client and the pace allow; drops what is not newer. */
  offer(frame: HomeFrame): void {
    if (!isNewer(frame.id, this.seen) || (this.waiting !== null && !isNewer(frame.id, this.waiting.id)))
      return;
    this.waiting = frame;
    this.flush();
  }

  /** A comment, so that proxies keep the connection and a dead one is noticed. */
  heartbeat(now: number): void {
    if (now >= this.owner.expiresAt) this.end();
    else if (!this.blocked) this.write(': still here\n\n');
    else if (++this.unread >= patience) this.socket.destroy();
  }

  /** `backAfter`: milliseconds after which the browser is to come back, where it should not wait as long as usual. */
  end(backAfter?: number): void {
    clearTimeout(this.timer);
    if (backAfter !== undefined) this.write(`retry: ${backAfter}\n\n`);
    this.waiting = null;
    this.socket.end();
  }

  private flush(): void {
    if (this.waiting === null || this.blocked || this.timer !== undefined) return;
    const wait = this.lastSent + frameEvery - performance.now();
    if (wait > 0) {
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.flush();
      }, wait);
      return;
    }
    const { id, version, data } = this.waiting;
    this.waiting = null;
    const name = streamEventOf(this.sentVersion, version);
    this.seen = id;
    this.sentVersion = version;
    this.lastSent = performance.now();
    this.write(`id: ${formatStreamId(id)}\nevent: ${name}\ndata: ${data}\n\n`);
  }

  private write(text: string): void {
    if (this.socket.writableEnded || this.socket.destroyed) return;
    this.blocked = !this.socket.write(text);
  }
}
