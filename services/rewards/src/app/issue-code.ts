import { setTimeout as wait } from 'node:timers/promises';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Discount, discountOf, fitsCurrency } from '../domain/discount.js';
import type { Grant, WaitingFor } from '../domain/grant.js';
import { storeNextVersion } from '../out/postgres/grants.js';
import { type IssueFacts, loadIssueFacts, type Shop } from '../out/postgres/issue-facts.js';
import { keepCustomer } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { ShopifyRefusal, ShopifyThrottled } from '../out/shopify/failures.js';
import { publishGrants } from './grant-events.js';
import { ensureCode, ensureCustomer, type Send, UnknownCustomer } from './make-code.js';

/** Cost points of a code for a customer that we know, and of finding and making the customer before. */
const cost = { code: 10, customer: 11 };

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
  Pick<Grant, 'status' | 'code' | 'discountGid' | 'expiresAt' | 'problem' | 'waitingFor'>
>;

/**
 * Makes a grant's discount code at Shopify (domain.md 4.3, 4.6, 4.7; design.md §3). The code comes from the grant and is
 * unique at Shopify, so a try that Shopify committed and nobody heard of is found again by the next one.
 */
@Injectable()
export class IssueCode {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    const facts = await loadIssueFacts(onPool(this.db), work.key, work.brandId);
    if (facts?.grant.status !== 'pending') {
      await finishWork(onPool(this.db), work);
      return;
    }
    const { grant, brand, ambassador, shop } = facts;
    if (brand === null || ambassador === null) return await this.waitFor(work, grant, 'ambassador');
    if (shop === null) return await this.waitFor(work, grant, 'shop');
    if (!fitsCurrency(grant.reward, brand.currency, shop.currency)) {
      const problem = `The reward is in ${brand.currency}, and the shop ${shop.domain} sells in ${shop.currency}`;
      return await this.settle(work, grant, { status: 'needs_attention', problem });
    }
    await this.inTurn(work, facts, shop, async () => {
      const discount = discountOf(grant, brand.exponent);
      const discountGid = await this.make(grant, ambassador, shop, facts.customerGid, discount);
      const { code, endsAt: expiresAt } = discount;
      await this.settle(work, grant, { status: 'issued', code, expiresAt, discountGid, problem: null });
    });
  }

  /** Runs `make` when the shop's budget has room for it, and puts the work off when Shopify does not take it now. */
  private async inTurn(
    work: ClaimedWork,
    facts: IssueFacts,
    shop: Shop,
    make: () => Promise<void>,
  ): Promise<void> {
    const budget = this.shopify.budgetOf(shop.domain);
    const points = cost.code + (facts.customerGid === null ? cost.customer : 0);
    const turn = budget.admit(work.key, points, Date.now());
    if (turn > pause.inHand) return await this.postpone(work, turn, 'in line for the shop’s budget');
    if (turn > 0) await wait(turn);
    try {
      await make();
      budget.release(work.key);
    } catch (error) {
      budget.release(work.key);
      if (error instanceof ShopifyRefusal) {
        return await this.settle(work, facts.grant, { status: 'needs_attention', problem: error.message });
      }
      if (error instanceof ShopifyThrottled) {
        const asked = error.waitMs ?? budget.admit(work.key, points, Date.now());
        return await this.postpone(work, Math.max(asked, 50), error.message);
      }
      const backOff = Math.min(pause.most, pause.first * 2 ** Math.min(work.attempt - 1, 10));
      await this.postpone(work, backOff, String(error));
    }
  }

  private async make(
    grant: Grant,
    ambassador: { name: string; email: string },
    shop: Shop,
    kept: string | null,
    discount: Discount,
  ): Promise<string> {
    const send: Send = (operation, variables) => this.shopify.call(shop, grant.grantId, operation, variables);
    if (kept !== null) {
      try {
        return await ensureCode(send, grant.grantId, discount, kept);
      } catch (error) {
        if (!(error instanceof UnknownCustomer)) throw error;
      }
    }
    const gid = await ensureCustomer(send, ambassador);
    const { ambassadorId, brandId } = grant;
    await keepCustomer(onPool(this.db), {
      shopId: shop.shopId,
      ambassadorId,
      brandId,
      gid,
      email: ambassador.email,
    });
    try {
      return await ensureCode(send, grant.grantId, discount, gid);
    } catch (error) {
      throw error instanceof UnknownCustomer ? new ShopifyRefusal(error.message) : error;
    }
  }

  /** Stores Shopify's answer; nothing where another claimer has the work by now. */
  private async settle(work: ClaimedWork, grant: Grant, change: Change): Promise<void> {
    await inTransaction(this.db, async sql => {
      if (!(await finishWork(sql, work))) return;
      await this.change(sql, grant, { ...change, waitingFor: null });
    });
  }

  /** Puts the work off; the grant says what it waits for, once, and only while the work is ours. */
  private async waitFor(work: ClaimedWork, grant: Grant, waitingFor: WaitingFor): Promise<void> {
    await inTransaction(this.db, async sql => {
      const why = `waits for its ${waitingFor}`;
      if (!(await postponeWork(sql, work, waitingPause(work.attempt), why))) return;
      if (grant.waitingFor === waitingFor) return;
      await this.change(sql, grant, { waitingFor, problem: problems[waitingFor] });
    });
  }

  private async change(
    sql: Parameters<typeof storeNextVersion>[0],
    grant: Grant,
    change: Change,
  ): Promise<void> {
    const next = { ...grant, ...change, version: grant.version + 1 };
    const now = this.clock();
    if (await storeNextVersion(sql, next, now)) await publishGrants(sql, [next], now);
  }

  private async postpone(work: ClaimedWork, waitMs: number, why: string): Promise<void> {
    await postponeWork(onPool(this.db), work, waitMs, why);
  }
}
