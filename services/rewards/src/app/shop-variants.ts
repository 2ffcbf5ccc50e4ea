import type { PageQuery } from '@cairn/contracts/http/page';
import type { MissingSources, RewardSources, VariantItem } from '@cairn/contracts/http/shop';
import { DomainError } from '@cairn/service-kit/domain-error';
import { decodeCursor, encodeCursor } from '@cairn/service-kit/http/cursor';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { variantGid } from '../domain/variant-gid.js';
import { variantSearch } from '../domain/variant-search.js';
import { knownPools } from '../out/postgres/code-pools.js';
import type { Shop } from '../out/postgres/issue-facts.js';
import { shopOf } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { knownVariants } from '../out/shopify/operations/known-variants.js';
import { productVariants } from '../out/shopify/operations/product-variants.js';
import { searchVariants } from '../out/shopify/operations/search-variants.js';
import type { Variant } from '../out/shopify/operations/variant.js';
import { readShop } from '../out/shopify/shop-reads.js';

/** Variants a page, and ids a question: what Shopify takes at once, or less. */
const most = { page: 200, ids: 250 };

/** What Shopify calls the only variant of a product. */
const onlyVariant = 'Default Title';

const shopifyCursor = z.tuple([z.string().max(500)]);

/** Variants at the brand's connected shop. All throw DomainError `unavailable` where it does not answer. */
@Injectable()
export class ShopVariants {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
  ) {}

  /** By title or SKU, a page. @throws DomainError `not_found` for a shop that is not the brand's. */
  async search(brandId: string, shopId: string, text: string | undefined, { limit, cursor }: PageQuery) {
    const shop = await shopOf(onPool(this.db), brandId);
    if (shop?.shopId !== shopId)
      throw new DomainError('not_found', 'There is no shop with this id: check the id.');
    const [after] = decodeCursor(cursor, shopifyCursor) ?? [null];
    const variables = { query: variantSearch(text), first: Math.min(limit, most.page), after };
    const { nodes, pageInfo } = (await readShop(this.shopify, shop, searchVariants, variables))
      .productVariants;
    const { hasNextPage, endCursor } = pageInfo;
    return {
      items: nodes.map(node => variantItem(shop, node, node.product)),
      nextCursor: hasNextPage && endCursor !== null ? encodeCursor([endCursor]) : null,
    };
  }

  /** The variants of the same product that can be had; empty where the variant is gone, or no shop is connected. */
  async available(brandId: string, variantId: string): Promise<VariantItem[]> {
    const shop = await shopOf(onPool(this.db), brandId);
    if (shop === null) return [];
    const id = variantGid(variantId);
    const { productVariant } = await readShop(this.shopify, shop, productVariants, { id });
    if (productVariant === null) return [];
    const { product } = productVariant;
    return product.variants.nodes
      .filter(variant => variant.availableForSale)
      .map(variant => variantItem(shop, variant, product));
  }

  /** Which of the sources a series promises are not there (api.md, Keys). Without a shop no variant is. */
  async missing(brandId: string, { variantIds, poolIds }: RewardSources): Promise<MissingSources> {
    const pools = await knownPools(onPool(this.db), brandId, poolIds);
    const variants = await this.known(brandId, variantIds.map(variantGid));
    return {
      variantIds: variantIds.filter(id => !variants.has(variantGid(id))),
      poolIds: poolIds.filter(id => !pools.has(id)),
    };
  }

  private async known(brandId: string, gids: readonly string[]): Promise<Set<string>> {
    const shop = gids.length === 0 ? null : await shopOf(onPool(this.db), brandId);
    if (shop === null) return new Set();
    const asked = [...new Set(gids)].filter(gid => /^gid:\/\/shopify\/ProductVariant\/\d+$/.test(gid));
    const found = new Set<string>();
    for (let at = 0; at < asked.length; at += most.ids) {
      const ids = asked.slice(at, at + most.ids);
      const { nodes } = await readShop(this.shopify, shop, knownVariants, { ids });
      for (const node of nodes) if (node?.__typename === 'ProductVariant') found.add(node.id);
    }
    return found;
  }
}

function variantItem(shop: Shop, variant: Variant, product: { id: string; title: string }): VariantItem {
  const isOnly = variant.title === onlyVariant;
  return {
    id: variant.id,
    productId: product.id,
    title: isOnly ? product.title : `${product.title} / ${variant.title}`,
    sku: variant.sku,
    price: variant.price,
    currency: shop.currency,
    stock: variant.inventoryItem.tracked ? variant.inventoryQuantity : null,
    image: variant.image?.url ?? null,
  };
}
