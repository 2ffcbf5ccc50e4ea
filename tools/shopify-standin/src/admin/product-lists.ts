import type { Clock } from '../clock.js';
import type { OwnedVariant } from '../shop/catalogue.js';
import type { ProductRecord } from '../shop/product-records.js';
import type { Shop } from '../shop/shop.js';
import { type ConnectionArguments, connection } from './connection.js';
import { notImplemented } from './errors.js';
import { productNode, variantNode } from './products.js';
import { matchesInstant, matchesNumber, matchesWords, parseSearch, type SearchTerm } from './search.js';

type Search = ConnectionArguments & { query?: string | null };

const FEATURES = { words: true, comparable: ['created_at', 'inventory_quantity'] };

/** `products`. A search does not see one that was added within the lag: see SEARCH_LAG_MS. */
export function productList(shop: Shop, args: Search, clock: Clock, searchLagMs: number) {
  let products = [...shop.catalogue.products.values()];
  if (args.query) {
    const terms = parseSearch(args.query, FEATURES);
    const indexedUntil = clock() - searchLagMs;
    products = products.filter(
      product => product.createdAt <= indexedUntil && terms.every(term => matchesProduct(product, term)),
    );
  }
  return connection(products, args, product => productNode(shop, product));
}

/** `productVariants`, with a search as late as that of products. */
export function variantList(shop: Shop, args: Search, clock: Clock, searchLagMs: number) {
  let variants = shop.catalogue.variants();
  if (args.query) {
    const terms = parseSearch(args.query, FEATURES);
    const indexedUntil = clock() - searchLagMs;
    variants = variants.filter(
      owned => owned.variant.createdAt <= indexedUntil && terms.every(term => matchesVariant(owned, term)),
    );
  }
  const records = variants.map(owned => ({ ...owned, id: owned.variant.id }));
  return connection(records, args, owned => variantNode(shop, owned));
}

function matchesProduct(product: ProductRecord, term: SearchTerm): boolean {
  const { title, variants, productType, vendor, tags, handle } = product;
  if (term.field === 'default') {
    const texts = [title, productType, vendor, ...tags];
    return (
      texts.some(text => matchesWords(text, term)) ||
      variants.some(({ title: option, sku }) => matchesWords(option, term) || matchesSku(sku, term))
    );
  }
  if (term.field === 'title') return matchesWords(title, term);
  if (term.field === 'sku') return variants.some(({ sku }) => matchesSku(sku, term));
  if (term.field === 'handle') return isSame(handle, term);
  if (term.field === 'id') return String(product.id) === term.value;
  if (term.field === 'status') return isSame('active', term);
  return matchesShared(product, term, 'products');
}

/** Shopify searches a variant's title in the product's title and its own together. */
function matchesVariant({ product, variant }: OwnedVariant, term: SearchTerm): boolean {
  const title = `${product.title} ${variant.title}`;
  if (term.field === 'default') {
    const texts = [title, product.productType, product.vendor, ...product.tags];
    return texts.some(text => matchesWords(text, term)) || matchesSku(variant.sku, term);
  }
  if (term.field === 'title') return matchesWords(title, term);
  if (term.field === 'sku') return matchesSku(variant.sku, term);
  if (term.field === 'id') return String(variant.id) === term.value;
  if (term.field === 'product_id') return String(product.id) === term.value;
  if (term.field === 'product_status') return isSame('active', term);
  if (term.field === 'inventory_quantity') return matchesNumber(variant.inventoryQuantity, term);
  return matchesShared(product, term, 'productVariants');
}

function matchesShared(product: ProductRecord, term: SearchTerm, list: string): boolean {
  if (term.field === 'tag') return product.tags.some(tag => isSame(tag, term));
  if (term.field === 'vendor') return isSame(product.vendor, term);
  if (term.field === 'product_type') return isSame(product.productType, term);
  if (term.field === 'created_at') return matchesInstant(product.createdAt, term);
  throw notImplemented(`${list} search by ${term.field}`);
}

function matchesSku(sku: string | null, term: SearchTerm): boolean {
  return sku !== null && isSame(sku, term);
}

function isSame(own: string, { value, isPrefix }: SearchTerm): boolean {
  const wanted = value.toLowerCase();
  return isPrefix ? own.toLowerCase().startsWith(wanted) : own.toLowerCase() === wanted;
}
