import { onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Grant } from '../domain/grant.js';
import { variantGid } from '../domain/variant-gid.js';
import { rememberVariants, shopsOfVariants } from '../out/postgres/shop-variants.js';
import { connectedShops, type Shop } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { knownVariants } from '../out/shopify/operations/known-variants.js';
import { readShop } from '../out/shopify/shop-reads.js';

/** Ids a question: what Shopify takes at once. */
const most = 250;

const variant = /^gid:\/\/shopify\/ProductVariant\/\d+$/;

/** Which of a brand's shops something is made in. */
@Injectable()
export class ShopOfGrant {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
  ) {}

  /**
   * The shop that a reward names, or that has its variant; else the primary one, which then refuses it in its own words.
   * Null where the brand has no connected shop, or none with the id that a code's reward names.
   * @throws DomainError `unavailable` where a shop that may have the variant does not answer.
   */
  async choose({ brandId, reward, claim }: Grant): Promise<string | null> {
    const shops = await connectedShops(onPool(this.db), brandId);
    if (reward.type === 'discount_code' && reward.shopId !== undefined) {
      return shops.find(shop => shop.shopId === reward.shopId)?.shopId ?? null;
    }
    const primary = shops[0]?.shopId ?? null;
    if (reward.type !== 'shopify_product' || shops.length < 2) return primary;
    const gid = claim?.variantGid ?? variantGid(reward.variantId);
    return (await this.withVariants(brandId, [gid], shops)).get(gid)?.shopId ?? primary;
  }

  /** Which of the shops has which variant: as was found before, else each is asked, the primary one first. */
  async withVariants(
    brandId: string,
    gids: readonly string[],
    shops: readonly Shop[],
  ): Promise<Map<string, Shop>> {
    const wanted = [...new Set(gids)].filter(gid => variant.test(gid));
    const kept = await shopsOfVariants(onPool(this.db), brandId, wanted);
    const found = new Map<string, Shop>();
    for (const shop of shops) {
      for (const [gid, shopId] of kept) if (shopId === shop.shopId) found.set(gid, shop);
    }
    for (const shop of shops) {
      const missing = wanted.filter(gid => !found.has(gid));
      const there = await this.known(shop, missing);
      await rememberVariants(onPool(this.db), brandId, there, shop.shopId);
      for (const gid of there) found.set(gid, shop);
    }
    return found;
  }

  /** Those that the shop has now. @throws DomainError `unavailable`. */
  async known(shop: Shop, gids: readonly string[]): Promise<string[]> {
    const there: string[] = [];
    for (let at = 0; at < gids.length; at += most) {
      const ids = gids.slice(at, at + most);
      const { nodes } = await readShop(this.shopify, shop, knownVariants, { ids });
      for (const node of nodes) if (node?.__typename === 'ProductVariant') there.push(node.id);
    }
    return there;
  }
}
