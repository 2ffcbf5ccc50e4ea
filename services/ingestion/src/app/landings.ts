import { onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findLandings, type Landing, type LinkName } from '../out/postgres/referral-links.js';
import { Rounds } from './rounds.js';

/** Links that a replica remembers for when the database is away. */
const remembered = 20_000;

/** Links asked for in one statement. */
const mostAtOnce = 500;

/** Links that may wait for the database; what comes then is told from memory, or to come again. */
const mostWaiting = 10_000;

/** Milliseconds: rather a moment's wait than a page that is no longer the brand's. */
const patience = 2_000;

const late: unique symbol = Symbol('late');

/**
 * Where links lead. Each is looked up in the database, many in one statement, so that a change of the catalog is in force
 * when it has answered; only where the database does not answer counts what it said last.
 */
@Injectable()
export class Landings {
  private readonly lookUps: Rounds<LinkName, Landing | undefined>;
  private readonly last = new Map<string, Landing>();

  constructor(@Inject(DataSource) db: DataSource) {
    this.lookUps = new Rounds(
      async links => await findLandings(onPool(db, { prepared: true }), links),
      mostAtOnce,
      patience,
    );
  }

  /** @returns undefined where it leads nowhere, `unavailable` where nobody can say within two seconds. */
  async find(link: LinkName): Promise<Landing | undefined | 'unavailable'> {
    const key = `${link.brandSlug ?? ''}/${link.code}`;
    if (this.lookUps.size >= mostWaiting) return this.lastOf(key);
    if (this.lookUps.isLate && this.last.has(key)) {
      this.look(link, key).catch(() => undefined);
      return this.lastOf(key);
    }
    const found = await this.look(link, key).catch(() => late);
    return typeof found === 'symbol' ? this.lastOf(key) : found;
  }

  private async look(link: LinkName, key: string): Promise<Landing | undefined | typeof late> {
    const found = await this.lookUps.soon(link, late);
    if (typeof found !== 'symbol') this.remember(key, found);
    return found;
  }

  private lastOf(key: string): Landing | 'unavailable' {
    return this.last.get(key) ?? 'unavailable';
  }

  private remember(key: string, landing: Landing | undefined): void {
    this.last.delete(key);
    if (landing === undefined) return;
    this.last.set(key, landing);
    if (this.last.size <= remembered) return;
    for (const oldest of this.last.keys()) {
      this.last.delete(oldest);
      return;
    }
  }
}
