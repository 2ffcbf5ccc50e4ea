import { shopifyInstant } from '../clock.js';
import { isAvailable, type OwnedVariant } from '../shop/catalogue.js';
import type { ProductRecord } from '../shop/product-records.js';
import type { Shop } from '../shop/shop.js';
import { ONLY_VARIANT } from '../shop/starting-catalogue.js';
import { type ConnectionArguments, connection } from './connection.js';
import { fromGid, toGid } from './gid.js';
import { moneyV2, toCents, toDecimal } from './money.js';

/** `Product` of the schema. All are active and have no pictures. */
export function productNode(shop: Shop, product: ProductRecord): object {
  const { variants } = product;
  const variant = (record: ProductRecord['variants'][number]) =>
    variantNode(shop, { product, variant: record });
  return {
    __typename: 'Product',
    id: toGid('Product', product.id),
    legacyResourceId: String(product.id),
    title: product.title,
    handle: product.handle,
    description: product.description,
    descriptionHtml: `<p>${product.description}</p>`,
    productType: product.productType,
    vendor: product.vendor,
    tags: product.tags,
    status: 'ACTIVE',
    isGiftCard: false,
    featuredImage: null,
    featuredMedia: null,
    tracksInventory: true,
    totalInventory: variants.reduce((total, { inventoryQuantity }) => total + inventoryQuantity, 0),
    hasOnlyDefaultVariant: variants.length === 1 && variants[0]?.title === ONLY_VARIANT,
    hasOutOfStockVariants: variants.some(({ inventoryQuantity }) => inventoryQuantity <= 0),
    priceRangeV2: () => priceRange(product, shop.record.currencyCode),
    variantsCount: { count: variants.length, precision: 'EXACT' },
    variants: (args: ConnectionArguments) => connection(variants, args, variant),
    createdAt: shopifyInstant(product.createdAt),
    updatedAt: shopifyInstant(product.updatedAt),
    publishedAt: shopifyInstant(product.createdAt),
  };
}

/** `ProductVariant` of the schema. */
export function variantNode(shop: Shop, { product, variant }: OwnedVariant): object {
  return {
    __typename: 'ProductVariant',
    id: toGid('ProductVariant', variant.id),
    legacyResourceId: String(variant.id),
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    barcode: null,
    price: variant.price,
    compareAtPrice: null,
    taxable: true,
    image: null,
    position: product.variants.indexOf(variant) + 1,
    inventoryQuantity: variant.inventoryQuantity,
    sellableOnlineQuantity: variant.inventoryQuantity,
    inventoryPolicy: variant.inventoryPolicy,
    availableForSale: isAvailable(variant),
    requiresComponents: false,
    selectedOptions: variant.selectedOptions,
    inventoryItem: {
      id: toGid('InventoryItem', variant.id),
      sku: variant.sku,
      tracked: true,
      requiresShipping: variant.requiresShipping,
    },
    product: () => productNode(shop, product),
    createdAt: shopifyInstant(variant.createdAt),
    updatedAt: shopifyInstant(variant.updatedAt),
  };
}

export function productById(shop: Shop, gid: string): ProductRecord | undefined {
  const id = fromGid('Product', gid);
  return id === null ? undefined : shop.catalogue.products.get(id);
}

export function variantById(shop: Shop, gid: string): OwnedVariant | undefined {
  const id = fromGid('ProductVariant', gid);
  return id === null ? undefined : shop.catalogue.variant(id);
}

function priceRange({ variants }: ProductRecord, currencyCode: string) {
  const prices = variants.length > 0 ? variants.map(({ price }) => toCents(price)) : [0];
  return {
    minVariantPrice: moneyV2(toDecimal(Math.min(...prices)), currencyCode),
    maxVariantPrice: moneyV2(toDecimal(Math.max(...prices)), currencyCode),
  };
}
