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
import { connectedShop, connectedShops, type Shop } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { productVariants } from '../out/shopify/operations/product-variants.js';
import { searchVariants } from '../out/shopify/operations/search-variants.js';
import type { Variant } from '../out/shopify/operations/variant.js';
import { readShop } from '../out/shopify/shop-reads.js';
import { ShopOfGrant } from './shop-of-grant.js';

/** Variants a page: what Shopify takes at once, or less. */
const mostOnPage = 200;

/** What Shopify calls the only variant of a product. */
const onlyVariant = 'Default Title';

const shopifyCursor = z.tuple([z.string().max(500)]);

/** Variants at the brand's connected shops. All throw DomainError `unavailable` where one does not answer. */
@Injectable()
export class ShopVariants {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(ShopOfGrant) private readonly shops: ShopOfGrant,
  ) {}

  /** By title or SKU, a page. @throws DomainError `not_found` for a shop that is not the brand's. */
  async search(brandId: string, shopId: string, text: string | undefined, { limit, cursor }: PageQuery) {
    const shop = await connectedShop(onPool(this.db), brandId, shopId);
    if (shop === null)
      throw new DomainError('not_found', 'There is no connected shop with this id: check the id.');
    const [after] = decodeCursor(cursor, shopifyCursor) ?? [null];
    const variables = { query: variantSearch(text), first: Math.min(limit, mostOnPage), after };
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
    const id = variantGid(variantId);
    const shops = await connectedShops(onPool(this.db), brandId);
    const shop = (await this.shops.withVariants(brandId, [id], shops)).get(id);
    if (shop === undefined) return [];
    const { productVariant } = await readShop(this.shopify, shop, productVariants, { id });
    if (productVariant === null) return [];
    const { product } = productVariant;
    return product.variants.nodes
      .filter(variant => variant.availableForSale)
      .map(variant => variantItem(shop, variant, product));
  }

  /** Which of the sources a series promises are not there (api.md, Keys). Without a shop no variant is. */
  async missing(brandId: string, { variantIds, poolIds, shopIds }: RewardSources): Promise<MissingSources> {
    const pools = await knownPools(onPool(this.db), brandId, poolIds);
    const shops = await connectedShops(onPool(this.db), brandId);
    const variants = await this.known(shops, variantIds.map(variantGid));
    return {
      variantIds: variantIds.filter(id => !variants.has(variantGid(id))),
      poolIds: poolIds.filter(id => !pools.has(id)),
      shopIds: shopIds.filter(id => !shops.some(shop => shop.shopId === id)),
    };
  }

  /** Asked of the shops themselves: what was found before may be gone. */
  private async known(shops: readonly Shop[], gids: readonly string[]): Promise<Set<string>> {
    const asked = [...new Set(gids)].filter(gid => /^gid:\/\/shopify\/ProductVariant\/\d+$/.test(gid));
    const found = await Promise.all(shops.map(shop => this.shops.known(shop, asked)));
    return new Set(found.flat());
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
