import type { Clock } from '../clock.js';
import type { Scopes } from '../oauth/scopes.js';
import type { Shop } from '../shop/shop.js';
import type { Notices } from '../webhooks/notices.js';
import { appUninstall } from './app-uninstall.js';
import type { ConnectionArguments } from './connection.js';
import { customerCreate, customerSet } from './customer-mutations.js';
import {
  type CustomerIdentifier,
  customerById,
  customerList,
  customerNode,
  findCustomer,
} from './customers.js';
import { discountCodeBasicCreate } from './discount-mutations.js';
import { codeDiscountNode, discountById, discountList, discountNode } from './discounts.js';
import { toGid } from './gid.js';
import { saleMutations, saleQueries } from './sale-roots.js';
import { webhookMutations } from './webhook-mutations.js';
import { webhookQueries } from './webhooks.js';

export interface ShopContext {
  shop: Shop;
  scopes: Scopes;
  clock: Clock;
  /** milliseconds */
  searchLagMs: number;
  /** the country codes that the schema knows */
  countries: readonly string[];
  /** tells the app's subscriptions of what is done */
  notices: Notices;
  /** whether there is an app with a secret, which signs webhooks */
  hasApp: boolean;
}

type Search = ConnectionArguments & { query?: string | null };

/** The fields of QueryRoot that the stand-in executes. */
export function queryRoot(context: ShopContext) {
  const { shop, clock, searchLagMs } = context;
  const codeNode = (discount: Parameters<typeof codeDiscountNode>[1]) =>
    codeDiscountNode(shop, discount, clock);
  const anyNode = (discount: Parameters<typeof discountNode>[1]) => discountNode(shop, discount, clock);
  const count = (limit: number | null | undefined, size: number) => {
    const isCapped = typeof limit === 'number' && size > limit;
    return { count: isCapped ? limit : size, precision: isCapped ? 'AT_LEAST' : 'EXACT' };
  };
  return {
    shop: () => shopNode(shop),
    customer: ({ id }: { id: string }) =>
      present(customerById(shop, id), customer => customerNode(shop, customer)),
    customerByIdentifier: ({ identifier }: { identifier: CustomerIdentifier }) =>
      present(findCustomer(shop, identifier), customer => customerNode(shop, customer)),
    customers: (args: Search) => customerList(shop, args, clock, searchLagMs),
    codeDiscountNode: ({ id }: { id: string }) => present(discountById(shop, id), codeNode),
    codeDiscountNodeByCode: ({ code }: { code: string }) => present(shop.discountByCode(code), codeNode),
    codeDiscountNodes: (args: Search) => discountList(shop, args, clock, searchLagMs, codeNode),
    discountNode: ({ id }: { id: string }) => present(discountById(shop, id), anyNode),
    discountNodes: (args: Search) => discountList(shop, args, clock, searchLagMs, anyNode),
    discountCodesCount: (args: { limit?: number | null }) => count(args.limit, shop.discounts.size),
    ...saleQueries(context),
    ...webhookQueries(context),
  };
}

/** The fields of Mutation that the stand-in executes. */
export function mutationRoot(context: ShopContext) {
  const { shop, clock } = context;
  return {
    ...saleMutations(context),
    ...webhookMutations(context),
    appUninstall: () => appUninstall(shop, clock, context.notices),
    discountCodeBasicCreate: (args: Parameters<typeof discountCodeBasicCreate>[2]) =>
      discountCodeBasicCreate(shop, clock, args),
    customerCreate: (args: Parameters<typeof customerCreate>[2]) => customerCreate(shop, clock, args),
    customerSet: (args: Parameters<typeof customerSet>[2]) => customerSet(shop, clock, args),
  };
}

function shopNode({ record }: Shop) {
  return {
    __typename: 'Shop',
    id: toGid('Shop', 1),
    name: record.name,
    myshopifyDomain: record.domain,
    currencyCode: record.currencyCode,
    ianaTimezone: 'Etc/UTC',
    url: `https://${record.domain}`,
  };
}

function present<R, N>(record: R | undefined, node: (record: R) => N): N | null {
  return record === undefined ? null : node(record);
}
