import { setTimeout as wait } from 'node:timers/promises';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { commandCause } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Grant, WaitingFor } from '../domain/grant.js';
import { type IssueFacts, loadIssueFacts } from '../out/postgres/issue-facts.js';
import { bindGrant } from '../out/postgres/shop-variants.js';
import type { Shop } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { ShopifyRefusal, ShopifyThrottled, ShopTokenRefused } from '../out/shopify/failures.js';
import { ShopPlaces } from '../out/shopify/shop-places.js';
import { changeTo } from './grant-events.js';
import { shopifyOf, storeLost } from './shop-changes.js';
import { ShopOfGrant } from './shop-of-grant.js';

/** Grants under way at once in one replica, of each kind: they wait for Shopify, and use a connection for moments. */
export const grantsAtOnce = 64;

/**
 * Milliseconds. A turn nearer than `inHand` is waited for; `waiting` grows between looks for a
 * shop or an ambassador: their arrival wakes what waits, and many that wait must not stand before all others.
 */
const pause = { inHand: 500, waiting: { first: 5_000, most: 600_000 }, first: 500, most: 60_000 };

function waitingPause(attempt: number): number {
  return Math.min(pause.waiting.most, pause.waiting.first * 2 ** Math.min(attempt - 1, 10));
}

function backOff(failures: number): number {
  return Math.min(pause.most, pause.first * 2 ** Math.min(failures, 10));
}

/** Turns that did not come are no failures, so those are counted apart from the claims. */
const tried = z.looseObject({ failures: z.int().default(0) });

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
  private readonly places = new ShopPlaces(grantsAtOnce);

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(ShopOfGrant) private readonly shops: ShopOfGrant,
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
    else if (shop === null) return await this.atItsShop(work, { ...facts, brand, ambassador });
    else if (shop.status !== 'connected') await this.lost(work, grant, shop);
    else return { ...facts, brand, ambassador, shop };
    return null;
  }

  /** Chooses the shop and keeps it with the grant before anything is made, so that no retry goes to another. */
  private async atItsShop(work: ClaimedWork, facts: Omit<ReadyFacts, 'shop'>): Promise<ReadyFacts | null> {
    const { grant } = facts;
    try {
      const chosen = await this.shops.choose(grant);
      if (chosen === null) {
        await this.waitFor(work, grant, 'shop');
        return null;
      }
      await bindGrant(onPool(this.db), grant.brandId, grant.grantId, chosen);
    } catch (error) {
      await this.putOffFailed(work, error);
      return null;
    }
    const { shop = null } = (await loadIssueFacts(onPool(this.db), work.key, work.brandId)) ?? {};
    if (shop?.status === 'connected') return { ...facts, shop };
    await this.putOff(work, pause.first, 'its shop has changed');
    return null;
  }

  /** Never to another shop: what was made in the lost one nobody can see (domain.md 4.6, 4.7). */
  private async lost(work: ClaimedWork, grant: Grant, { domain }: Shop): Promise<void> {
    const problem = `The shop ${domain} is no longer connected: connect it again and retry, or give another reward.`;
    await this.settle(work, grant, { status: 'needs_attention', problem });
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
    // Half of the way: a turn comes nearer where others need less than they asked for.
    if (turn > pause.inHand) {
      const half = Math.max(pause.inHand, Math.ceil(turn / 2));
      return await this.putOff(work, half, 'in line for the shop’s budget');
    }
    if (turn > 0) await wait(turn);
    const began = this.clock();
    const entered = Date.now();
    const crowded = this.places.enter(shop.domain, work.key, entered);
    if (crowded > 0) return await this.putOff(work, crowded, 'in line for one of the shop’s places');
    try {
      await make();
      budget.release(work.key);
    } catch (error) {
      budget.release(work.key);
      if (error instanceof LostWork) return;
      if (error instanceof ShopTokenRefused) await this.loseShop(shop, began);
      if (error instanceof ShopifyRefusal) {
        return await this.settle(work, grant, { status: 'needs_attention', problem: error.message });
      }
      if (error instanceof ShopifyThrottled) {
        const asked = error.waitMs ?? budget.admit(work.key, points, Date.now());
        return await this.putOff(work, Math.max(asked, 50), error.message);
      }
      await this.putOffFailed(work, error);
    } finally {
      this.places.leave(shop.domain, Date.now() - entered);
    }
  }

  /** The shop takes our token no more: it is to be connected again, and its other grants say so too. */
  private async loseShop({ brandId, shopId }: Shop, before: Date): Promise<void> {
    const at = this.clock();
    await inTransaction(this.db, sql =>
      storeLost(sql, shopifyOf(brandId), commandCause(brandId, at), {
        shopId,
        status: 'token_refused',
        before,
        at,
      }),
    );
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

  /** Pauses grow with each failure. */
  private async putOffFailed(work: ClaimedWork, error: unknown): Promise<void> {
    const { failures, ...rest } = tried.parse(work.payload);
    const payload = { ...rest, failures: failures + 1 };
    await postponeWork(onPool(this.db), work, backOff(failures), String(error), payload);
  }

  async putOff(work: ClaimedWork, waitMs: number, why: string): Promise<void> {
    await postponeWork(onPool(this.db), work, waitMs, why);
  }
}
