import { setTimeout as wait } from 'node:timers/promises';
import { onPool, sqlState } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { insertClicks, type NewClick } from '../out/postgres/clicks.js';
import { type ClickOutcome, clicksWaiting, countVisit } from './metrics.js';
import { Rounds } from './rounds.js';

/** Clicks that a replica holds while the database does not take them: about ten megabytes. */
const mostWaiting = 20_000;

/** Milliseconds that a visitor waits for their row. */
const patience = 250;

/** Clicks in one statement. */
const mostAtOnce = 1_000;

/** Milliseconds until what the database did not take is tried again, twice as long each time. */
const retryAfter = { first: 250, most: 2_000 };

/** Milliseconds that a stop waits for what is not stored yet. */
const stopPatience = 3_000;

interface Followed extends NewClick {
  /** Whether nobody waits for the answer any more: the browser asks again, or never comes. */
  isAbandoned: () => boolean;
}

/**
 * Where clicks are stored, many in one statement. A visitor waits for their row, but never long: after `patience` they go
 * on, and the row follows. Above a limit nothing is taken: the order can still be found by `ref`.
 */
@Injectable()
export class ClickLog implements OnApplicationShutdown {
  private readonly rounds: Rounds<Followed, string | null>;
  private isStopping = false;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.rounds = new Rounds(async clicks => await this.store(clicks), mostAtOnce, patience);
    clicksWaiting(() => this.rounds.size);
  }

  /** What still waits is stored. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    const lost = await Promise.race([this.rounds.idle(), wait(stopPatience, 'late', { ref: false })]);
    if (lost === 'late') this.logger.error({ clicks: this.rounds.size }, 'clicks could not be stored');
  }

  /**
   * @returns the id that the click is known by, an earlier one's where it repeats that; null where it is not taken.
   */
  async record(followed: Followed): Promise<string | null> {
    const { brandId, id } = followed.click;
    if (this.rounds.size >= mostWaiting) {
      countVisit(brandId, 'shed');
      return null;
    }
    const isLate = this.rounds.isLate;
    const stored = this.rounds.soon(followed, id).catch(() => {
      countVisit(brandId, 'shed');
      return null;
    });
    return isLate ? id : await stored;
  }

  /** Tries until the database takes them: nothing here can be wrong with one and right with another. */
  private async store(clicks: readonly Followed[]): Promise<(string | null)[]> {
    const wanted = clicks.filter(click => !click.isAbandoned());
    const first = firstOfEach(wanted);
    for (let pause = retryAfter.first; ; pause = Math.min(retryAfter.most, pause * 2)) {
      try {
        const ids = await insertClicks(onPool(this.db, { prepared: true }), [...first.values()]);
        const idOf = new Map([...first.keys()].map((key, at) => [key, ids[at]!]));
        return clicks.map(click => this.outcomeOf(click, idOf.get(keyOf(click)) ?? null));
      } catch (error) {
        this.logger.warn({ err: error, clicks: first.size }, 'clicks could not be stored yet');
        if (this.isStopping || isHopeless(error)) throw error;
        await wait(pause);
      }
    }
  }

  private outcomeOf(click: Followed, id: string | null): string | null {
    const { brandId } = click.click;
    countVisit(brandId, outcome(click, id));
    return id;
  }
}

function outcome({ click }: Followed, id: string | null): ClickOutcome {
  if (id === null) return 'abandoned';
  return id === click.id ? 'counted' : 'repeated';
}

/** Of a known visitor's clicks on one link the first stands for all that came with it. */
function keyOf({ click, repeatsSince }: NewClick): string {
  return repeatsSince === null ? click.id : `${click.brandId} ${click.visitor} ${click.code}`;
}

function firstOfEach(clicks: readonly NewClick[]): Map<string, NewClick> {
  const first = new Map<string, NewClick>();
  for (const click of clicks) if (!first.has(keyOf(click))) first.set(keyOf(click), click);
  return first;
}

/** What would fail again and again: data that Postgres does not take (design.md §3). */
function isHopeless(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error) ?? '');
}
