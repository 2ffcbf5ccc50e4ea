import type { DataSource } from 'typeorm';
import { crashPoint } from '../crash-point.js';
import { onPool } from '../postgres/sql.js';
import type { Logger } from '../telemetry/logger.js';
import { dueWorkLate } from '../telemetry/metrics.js';
import { type ClaimedWork, claimWork, dueKinds, postponeWork } from './due-work.js';

/** What does one kind of due work; it finishes or postpones the item in its own transaction. */
export interface DueWorkKind {
  readonly kind: string;
  /** Items under way at once in this replica. */
  readonly concurrency: number;
  /** Milliseconds after which a claim that neither finished nor postponed is taken again; above any time-out inside. */
  readonly leaseMs: number;
  perform(work: ClaimedWork): Promise<void>;
}

/** Milliseconds. */
const backOff = { first: 500, most: 300_000 };

/** Milliseconds between looks at what is due: chunks commit many times as often. */
const lookEvery = 50;

/**
 * Works off due_work. Woken after every commit and by Bull's tick; Bull may lose everything, and a poll of its own
 * makes up for it.
 */
export class DueWorkRunner {
  private readonly kinds = new Map<
    string,
    { kind: DueWorkKind; active: number; looking: boolean; again: boolean }
  >();
  private readonly underWay = new Set<Promise<void>>();
  private stopping = false;
  private held = false;
  private poll: NodeJS.Timeout | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private later: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly logger: Logger,
  ) {}

  register(kind: DueWorkKind): void {
    this.kinds.set(kind.kind, { kind, active: 0, looking: false, again: false });
  }

  /** Takes nothing until `start`: not even what a commit wakes it for. */
  hold(): void {
    this.held = true;
  }

  start(pollMs: number): void {
    if (this.stopping) return;
    this.held = false;
    this.poll = setInterval(() => this.wake(), pollMs);
    this.wake();
  }

  /** Looks for what is due: now, or in a moment where it has just looked. */
  wake(): void {
    if (this.stopping || this.held || this.later !== undefined) return;
    const wait = this.lookedAt + lookEvery - performance.now();
    if (wait <= 0) {
      this.track(this.lookAtAll());
      return;
    }
    this.later = setTimeout(() => {
      this.later = undefined;
      this.track(this.lookAtAll());
    }, wait);
  }

  private async lookAtAll(): Promise<void> {
    if (this.stopping || this.kinds.size === 0) return;
    this.lookedAt = performance.now();
    try {
      const sql = onPool(this.db, { prepared: true });
      for (const kind of await dueKinds(sql, [...this.kinds.keys()])) this.track(this.look(kind));
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot tell what is due; the next tick tries again');
    }
  }

  /** Takes nothing more and waits for what is under way, and for what a look that was under way has still claimed. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.poll);
    clearTimeout(this.later);
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private track(run: Promise<void>): void {
    const tracked = run.finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
  }

  private async look(name: string): Promise<void> {
    const state = this.kinds.get(name)!;
    state.again = true;
    if (state.looking) return;
    state.looking = true;
    try {
      while (state.again && !this.stopping) {
        state.again = false;
        const room = state.kind.concurrency - state.active;
        if (room === 0) break;
        const claimed = await claimWork(onPool(this.db, { prepared: true }), name, room, state.kind.leaseMs);
        if (claimed.length > 0) crashPoint('due-work.claimed', name);
        for (const work of claimed) this.begin(name, work);
      }
    } catch (error) {
      this.logger.warn(
        { err: error, kind: name },
        'due work could not be claimed; the next tick tries again',
      );
    } finally {
      state.looking = false;
    }
  }

  private begin(name: string, work: ClaimedWork): void {
    const state = this.kinds.get(name)!;
    state.active++;
    this.track(
      this.perform(state.kind, work).finally(() => {
        state.active--;
        if (!this.stopping) this.track(this.look(name));
      }),
    );
  }

  private async perform(kind: DueWorkKind, work: ClaimedWork): Promise<void> {
    try {
      await kind.perform(work);
    } catch (error) {
      dueWorkLate.inc({ kind: work.kind });
      const wait = Math.min(backOff.most, backOff.first * 2 ** Math.min(work.attempt - 1, 20));
      this.logger.warn(
        { err: error, kind: work.kind, key: work.key, attempt: work.attempt, wait },
        'due work failed',
      );
      await postponeWork(onPool(this.db), work, wait, String(error)).catch(lost =>
        this.logger.warn(
          { err: lost, key: work.key },
          'due work could not be postponed; its lease brings it back',
        ),
      );
    }
  }
}
