import type { Scopes } from '../oauth/scopes.js';
import type { Shop } from '../shop/shop.js';
import { refuseNodeWithoutScope } from './access-scopes.js';
import type { ConnectionArguments } from './connection.js';
import { customerById, customerNode } from './customers.js';
import { type CompleteArguments, draftOrderComplete } from './draft-order-completion.js';
import type { DraftOrderInput } from './draft-order-input.js';
import { draftOrderCreate, draftOrderDelete } from './draft-order-mutations.js';
import { notImplemented } from './errors.js';
import { orderNode } from './order-nodes.js';
import { productList, variantList } from './product-lists.js';
import { productById, productNode, variantById, variantNode } from './products.js';
import type { ShopContext } from './roots.js';
import { draftOrderById, draftOrderList, orderById, orderList } from './sale-lists.js';
import { draftOrderNode } from './sale-nodes.js';

type Search = ConnectionArguments & { query?: string | null };

/** The fields of QueryRoot about products, draft orders and orders, and `node`, `nodes`. */
export function saleQueries({ shop, scopes, clock, searchLagMs }: ShopContext) {
  const any = (gid: string) => nodeOf(shop, gid, typeOf(gid), scopes);
  return {
    product: ({ id }: { id: string }) => nodeOf(shop, id, 'Product'),
    products: (args: Search) => productList(shop, args, clock, searchLagMs),
    productVariant: ({ id }: { id: string }) => nodeOf(shop, id, 'ProductVariant'),
    productVariants: (args: Search) => variantList(shop, args, clock, searchLagMs),
    draftOrder: ({ id }: { id: string }) => nodeOf(shop, id, 'DraftOrder'),
    draftOrders: (args: Search) => draftOrderList(shop, args, clock, searchLagMs),
    order: ({ id }: { id: string }) => nodeOf(shop, id, 'Order'),
    orders: (args: Search) => orderList(shop, args, clock, searchLagMs),
    node: ({ id }: { id: string }) => any(id),
    nodes: ({ ids }: { ids: string[] }) => ids.map(any),
  };
}

export function saleMutations({ shop, clock, countries, notices }: ShopContext) {
  return {
    draftOrderCreate: (args: { input: DraftOrderInput }) => draftOrderCreate(shop, clock, countries, args),
    draftOrderComplete: (args: CompleteArguments) => draftOrderComplete(shop, clock, notices, args),
    draftOrderDelete: (args: { input: { id: string } }) => draftOrderDelete(shop, args),
  };
}

const NODES: Readonly<Record<string, (shop: Shop, gid: string) => object | null>> = {
  Customer: (shop, gid) => present(customerById(shop, gid), customer => customerNode(shop, customer)),
  Product: (shop, gid) => present(productById(shop, gid), product => productNode(shop, product)),
  ProductVariant: (shop, gid) => present(variantById(shop, gid), owned => variantNode(shop, owned)),
  DraftOrder: (shop, gid) => present(draftOrderById(shop, gid), draft => draftOrderNode(shop, draft)),
  Order: (shop, gid) => present(orderById(shop, gid), order => orderNode(shop, order)),
};

/** @throws GraphQLError for a type that is not built, rather than saying that there is none */
function nodeOf(shop: Shop, gid: string, type: string, scopes: Scopes = null) {
  const find = NODES[type];
  if (!find) throw notImplemented(`node of ${gid}`);
  refuseNodeWithoutScope(scopes, type);
  return find(shop, gid);
}

function typeOf(gid: string): string {
  return /^gid:\/\/shopify\/([A-Za-z]+)\//.exec(gid)?.[1] ?? '';
}

function present<R>(record: R | undefined, node: (record: R) => object): object | null {
  return record === undefined ? null : node(record);
}
