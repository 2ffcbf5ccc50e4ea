import type { ClaimedWork } from '@cairn/service-kit/due-work/due-work';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Discount, discountOf, fitsCurrency } from '../domain/discount.js';
import { keepCustomer } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { ShopifyRefusal } from '../out/shopify/failures.js';
import { GrantWork, type ReadyFacts } from './grant-work.js';
import { ensureCode, ensureCustomer, type Send, UnknownCustomer } from './make-code.js';

/** Cost points of a code for a customer that we know, and of finding and making the customer before. */
const cost = { code: 10, customer: 11 };

/**
 * Makes a grant's discount code at Shopify (domain.md 4.3, 4.6, 4.7; design.md §3). The code comes from the grant and is
 * unique at Shopify, so a try that Shopify committed and nobody heard of is found again by the next one.
 */
@Injectable()
export class IssueCode {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(GrantWork) private readonly grantWork: GrantWork,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    const facts = await this.grantWork.begin(work);
    if (facts === null) return;
    const { grant, brand, shop } = facts;
    const { reward } = grant;
    if (reward.type !== 'discount_code') throw new Error(`grant ${grant.grantId} is no code`);
    if (!fitsCurrency(reward, brand.currency, shop.currency)) {
      const problem = `The reward is in ${brand.currency}, and the shop ${shop.domain} sells in ${shop.currency}`;
      return await this.grantWork.settle(work, grant, { status: 'needs_attention', problem });
    }
    const points = cost.code + (facts.customerGid === null ? cost.customer : 0);
    await this.grantWork.inTurn(work, facts, points, async () => {
      const discount = discountOf({ ...grant, reward }, brand.exponent);
      const discountGid = await this.make(facts, discount);
      const { code, endsAt: expiresAt } = discount;
      await this.grantWork.settle(work, grant, {
        status: 'issued',
        code,
        expiresAt,
        discountGid,
        problem: null,
      });
    });
  }

  private async make(facts: ReadyFacts, discount: Discount): Promise<string> {
    const { grant, ambassador, shop, customerGid: kept } = facts;
    const { grantId, ambassadorId, brandId } = grant;
    const send: Send = (operation, variables) => this.shopify.call(shop, grantId, operation, variables);
    if (kept !== null) {
      try {
        return await ensureCode(send, grantId, discount, kept);
      } catch (error) {
        if (!(error instanceof UnknownCustomer)) throw error;
      }
    }
    const gid = await ensureCustomer(send, ambassador);
    const { email } = ambassador;
    await keepCustomer(onPool(this.db), { shopId: shop.shopId, ambassadorId, brandId, gid, email });
    try {
      return await ensureCode(send, grantId, discount, gid);
    } catch (error) {
      throw error instanceof UnknownCustomer ? new ShopifyRefusal(error.message) : error;
    }
  }
}
