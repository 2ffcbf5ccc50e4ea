import { setTimeout as wait } from 'node:timers/promises';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Grant, WaitingFor } from '../domain/grant.js';
import { type IssueFacts, loadIssueFacts, type Shop } from '../out/postgres/issue-facts.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { ShopifyRefusal, ShopifyThrottled } from '../out/shopify/failures.js';
import { changeTo } from './grant-events.js';

/**
 * Milliseconds. A turn nearer than `inHand` is waited for; `waiting` grows between looks for a
 * shop or an ambassador: their arrival wakes what waits, and many that wait must not stand before all others.
 */
const pause = { inHand: 500, waiting: { first: 5_000, most: 600_000 }, first: 500, most: 60_000 };

function waitingPause(attempt: number): number {
  return Math.min(pause.waiting.most, pause.waiting.first * 2 ** Math.min(attempt - 1, 10));
}

const problems: Record<WaitingFor, string | null> = {
  shop: 'Waiting for a shop to be connected',
  ambassador: null,
};

type Change = Partial<
  Pick<
    Grant,
    'status' | 'code' | 'discountGid' | 'expiresAt' | 'orderName' | 'orderGid' | 'problem' | 'waitingFor'
  >
>;

/** All of {@link IssueFacts}, with nothing missing. */
export type ReadyFacts = IssueFacts & {
  [Part in 'brand' | 'ambassador' | 'shop']: NonNullable<IssueFacts[Part]>;
};

/** Another claimer has the work by now: whatever was found out is theirs to find out, and nothing is written. */
class LostWork extends Error {}

/** Due work for one grant at its brand's shop: what it needs, when its turn is, and what is written of its outcome. */
@Injectable()
export class GrantWork {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the work is to go by; null where there is nothing to do, or something to wait for (then it is put off). */
  async begin(work: ClaimedWork): Promise<ReadyFacts | null> {
    const facts = await loadIssueFacts(onPool(this.db), work.key, work.brandId);
    if (facts?.grant.status !== 'pending') {
      await finishWork(onPool(this.db), work);
      return null;
    }
    const { grant, brand, ambassador, shop } = facts;
    if (grant.ordinal === null)
      await this.putOff(work, waitingPause(work.attempt), 'its unlock is still to be read again');
    else if (brand === null || ambassador === null) await this.waitFor(work, grant, 'ambassador');
    else if (shop === null) await this.waitFor(work, grant, 'shop');
    else return { ...facts, brand, ambassador, shop };
    return null;
  }

  /**
   * Runs `make` when the shop's budget has room for `points`. What Shopify refuses for good goes to the admin in its own
   * words, and the work is put off when Shopify does not take it now (domain.md 4.7).
   */
  async inTurn(
    work: ClaimedWork,
    { grant, shop }: { grant: Grant; shop: Shop },
    points: number,
    make: () => Promise<void>,
  ): Promise<void> {
    const budget = this.shopify.budgetOf(shop.domain);
    const turn = budget.admit(work.key, points, Date.now());
    if (turn > pause.inHand) return await this.putOff(work, turn, 'in line for the shop’s budget');
    if (turn > 0) await wait(turn);
    try {
      await make();
      budget.release(work.key);
    } catch (error) {
      budget.release(work.key);
      if (error instanceof LostWork) return;
      if (error instanceof ShopifyRefusal) {
        return await this.settle(work, grant, { status: 'needs_attention', problem: error.message });
      }
      if (error instanceof ShopifyThrottled) {
        const asked = error.waitMs ?? budget.admit(work.key, points, Date.now());
        return await this.putOff(work, Math.max(asked, 50), error.message);
      }
      const backOff = Math.min(pause.most, pause.first * 2 ** Math.min(work.attempt - 1, 10));
      await this.putOff(work, backOff, String(error));
    }
  }

  /** Stores the outcome, with what else belongs to it; nothing where another claimer has the work by now. */
  async settle(
    work: ClaimedWork,
    grant: Grant,
    change: Change,
    also: (sql: Sql) => Promise<void> = async () => {},
  ): Promise<void> {
    await this.unlessLost(async sql => {
      await this.finish(sql, work, grant, change);
      await also(sql);
    });
  }

  /**
   * The outcome, in a transaction of the caller's.
   * @throws LostWork where another claimer has the work, or the grant is no longer the one that it was done for.
   */
  async finish(sql: Sql, work: ClaimedWork, grant: Grant, change: Change): Promise<void> {
    if (!(await finishWork(sql, work))) throw new LostWork(work.key);
    await this.change(sql, grant, { ...change, waitingFor: null });
  }

  /**
   * Writes something on the way while the work is still ours, and takes it for another `leaseMs`. `write` tells whether
   * the grant was still the one that it is done for.
   * @throws LostWork where it was not, or another claimer has the work by now: then nothing was written.
   */
  async keep(
    work: ClaimedWork,
    leaseMs: number,
    why: string,
    write: (sql: Sql) => Promise<boolean>,
  ): Promise<void> {
    await inTransaction(this.db, async sql => {
      const isOurs = (await postponeWork(sql, work, leaseMs, why)) && (await write(sql));
      if (!isOurs) throw new LostWork(work.key);
    });
  }

  /** A transaction that is undone, silently, where the work turns out to be lost. */
  async unlessLost(write: (sql: Sql) => Promise<void>): Promise<void> {
    try {
      await inTransaction(this.db, write);
    } catch (error) {
      if (!(error instanceof LostWork)) throw error;
    }
  }

  /** Puts the work off; the grant says what it waits for, once, and only while the work is ours. */
  private async waitFor(work: ClaimedWork, grant: Grant, waitingFor: WaitingFor): Promise<void> {
    await this.unlessLost(async sql => {
      const why = `waits for its ${waitingFor}`;
      if (!(await postponeWork(sql, work, waitingPause(work.attempt), why))) return;
      if (grant.waitingFor === waitingFor) return;
      await this.change(sql, grant, { waitingFor, problem: problems[waitingFor] });
    });
  }

  /** A count of claims begins anew when a grant is tried again: its version tells a late claimer all the same. */
  private async change(sql: Sql, grant: Grant, change: Change): Promise<void> {
    const next = { ...grant, ...change, version: grant.version + 1 };
    if ((await changeTo(sql, [next], this.clock())).length === 0) throw new LostWork(grant.grantId);
  }

  async putOff(work: ClaimedWork, waitMs: number, why: string): Promise<void> {
    await postponeWork(onPool(this.db), work, waitMs, why);
  }
}
