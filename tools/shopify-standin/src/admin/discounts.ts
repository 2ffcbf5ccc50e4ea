import { type Clock, shopifyInstant } from '../clock.js';
import type { DiscountRecord } from '../shop/records.js';
import type { Shop } from '../shop/shop.js';
import { type ConnectionArguments, connection } from './connection.js';
import { customerNode } from './customers.js';
import { discountSummary } from './discount-summary.js';
import { notImplemented } from './errors.js';
import { fromGid, toGid } from './gid.js';
import { moneyV2 } from './money.js';
import { parseSearch } from './search.js';

/** `DiscountCodeNode` of the schema. */
export function codeDiscountNode(shop: Shop, discount: DiscountRecord, clock: Clock) {
  return {
    __typename: 'DiscountCodeNode',
    id: toGid('DiscountCodeNode', discount.id),
    codeDiscount: () => discountCodeBasic(shop, discount, clock),
  };
}

/** `DiscountNode`: the same discount in lists that hold automatic ones too. */
export function discountNode(shop: Shop, discount: DiscountRecord, clock: Clock) {
  return {
    __typename: 'DiscountNode',
    id: toGid('DiscountCodeNode', discount.id),
    discount: () => discountCodeBasic(shop, discount, clock),
  };
}

export function discountById(shop: Shop, gid: string): DiscountRecord | undefined {
  const id = fromGid('DiscountCodeNode', gid) ?? fromGid('DiscountNode', gid);
  return id === null ? undefined : shop.discounts.get(id);
}

/** A list of discounts. With a search it lags, as Shopify's index does: see SEARCH_LAG_MS. */
export function discountList(
  shop: Shop,
  args: ConnectionArguments & { query?: string | null },
  clock: Clock,
  searchLagMs: number,
  node: (discount: DiscountRecord) => object,
) {
  let discounts = [...shop.discounts.values()];
  if (args.query) {
    const terms = parseSearch(args.query);
    const indexedUntil = clock() - searchLagMs;
    discounts = discounts.filter(
      discount =>
        discount.updatedAt <= indexedUntil &&
        terms.every(term => matches(discount, term.field, term.value, clock())),
    );
  }
  return connection(discounts, args, node);
}

function discountCodeBasic(shop: Shop, discount: DiscountRecord, clock: Clock) {
  const { currencyCode } = shop.record;
  const uses = shop.sales.usesOf(discount.id).count;
  const code = {
    id: toGid('DiscountRedeemCode', discount.id),
    code: discount.code,
    asyncUsageCount: uses,
  };
  return {
    __typename: 'DiscountCodeBasic',
    title: discount.title,
    status: statusAt(discount, clock()),
    summary: () => discountSummary(discount, currencyCode),
    startsAt: shopifyInstant(discount.startsAt),
    endsAt: discount.endsAt === null ? null : shopifyInstant(discount.endsAt),
    createdAt: shopifyInstant(discount.createdAt),
    updatedAt: shopifyInstant(discount.updatedAt),
    usageLimit: discount.usageLimit,
    asyncUsageCount: uses,
    appliesOncePerCustomer: discount.appliesOncePerCustomer,
    recurringCycleLimit: discount.recurringCycleLimit,
    tags: discount.tags,
    discountClasses: ['ORDER'],
    combinesWith: {
      orderDiscounts: discount.combinesWith.order,
      productDiscounts: discount.combinesWith.product,
      shippingDiscounts: discount.combinesWith.shipping,
    },
    codes: (args: ConnectionArguments) => connection([{ id: discount.id }], args, () => code),
    codesCount: { count: 1, precision: 'EXACT' },
    context: () => buyers(shop, discount) ?? { __typename: 'DiscountBuyerSelectionAll', all: 'ALL' },
    customerSelection: () =>
      buyers(shop, discount) ?? { __typename: 'DiscountCustomerAll', allCustomers: true },
    customerGets: {
      appliesOnOneTimePurchase: true,
      appliesOnSubscription: false,
      items: { __typename: 'AllDiscountItems', allItems: true },
      value: value(discount, currencyCode),
    },
    minimumRequirement: minimum(discount, currencyCode),
  };
}

function value({ value: off }: DiscountRecord, currencyCode: string) {
  return 'percentage' in off
    ? { __typename: 'DiscountPercentage', percentage: off.percentage }
    : {
        __typename: 'DiscountAmount',
        amount: moneyV2(off.amount, currencyCode),
        appliesOnEachItem: off.appliesOnEachItem,
      };
}

function minimum({ minimum: least }: DiscountRecord, currencyCode: string) {
  if (!least) return null;
  return 'subtotal' in least
    ? {
        __typename: 'DiscountMinimumSubtotal',
        greaterThanOrEqualToSubtotal: moneyV2(least.subtotal, currencyCode),
      }
    : { __typename: 'DiscountMinimumQuantity', greaterThanOrEqualToQuantity: least.quantity };
}

function buyers(shop: Shop, discount: DiscountRecord) {
  if (!discount.customerIds) return null;
  const customers = discount.customerIds.flatMap(id => shop.customers.get(id) ?? []);
  return {
    __typename: 'DiscountCustomers',
    customers: customers.map(customer => customerNode(shop, customer)),
  };
}

export function statusAt(discount: DiscountRecord, now: number): 'ACTIVE' | 'EXPIRED' | 'SCHEDULED' {
  if (discount.startsAt > now) return 'SCHEDULED';
  return discount.endsAt !== null && discount.endsAt <= now ? 'EXPIRED' : 'ACTIVE';
}

function matches(discount: DiscountRecord, field: string, value: string, now: number): boolean {
  const isSame = (own: string) => own.toLowerCase() === value.toLowerCase();
  if (field === 'code') return isSame(discount.code);
  if (field === 'title') return discount.title.toLowerCase().includes(value.toLowerCase());
  if (field === 'status') return isSame(statusAt(discount, now));
  if (field === 'id') return String(discount.id) === value;
  if (field === 'tag') return discount.tags.some(isSame);
  throw notImplemented(`discounts search by ${field}`);
}
