import { expect } from '@jest/globals';
import { orderProduct } from '../domain/work.js';
import type { TestBrand } from './brand.js';
import type { standin } from './standin.js';

/** What tests of products ask for, of a brand and its shop. */
export function productsOf(brand: TestBrand, shopify: ReturnType<typeof standin>) {
  return {
    /** A product that a tier gives, and its grant's id. */
    async unlocked(sku = 'TOTE-NAT', choice?: boolean) {
      const { id } = await shopify.variant(brand.shop, sku);
      const unlock = await brand.unlock([{ type: 'shopify_product', variantId: id, choice }]);
      return { variantId: id, grantId: unlock.data.grants[0]!.grantId };
    },

    async theReward() {
      const items = await brand.rewards();
      expect(items).toHaveLength(1);
      return items[0]!;
    },

    async draftOf(grantId: string) {
      const [row] = await brand.sql.query<{ draft_gid: string | null }>(
        'SELECT draft_gid FROM grants WHERE grant_id = $1',
        [grantId],
      );
      return row!.draft_gid;
    },

    /** The lease is over and another claimer has the work. */
    async takeAway() {
      await brand.sql.query('UPDATE due_work SET attempts = attempts + 1 WHERE kind = $1 AND brand_id = $2', [
        orderProduct,
        brand.brandId,
      ]);
    },

    async expectOneOrder() {
      const reward = await this.theReward();
      const orders = await shopify.orders(brand.shop);
      expect(reward).toMatchObject({ status: 'ordered', orderName: orders[0]?.name });
      expect(reward).not.toHaveProperty('problem');
      expect(orders).toHaveLength(1);
      return orders[0]!;
    },
  };
}
