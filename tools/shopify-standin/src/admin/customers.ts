import { type Clock, shopifyInstant } from '../clock.js';
import { orderTotals } from '../orders/order-totals.js';
import type { CustomerRecord } from '../shop/records.js';
import type { Shop } from '../shop/shop.js';
import { type ConnectionArguments, connection } from './connection.js';
import { normaliseEmail, normalisePhone } from './customer-rules.js';
import { notImplemented } from './errors.js';
import { fromGid, toGid } from './gid.js';
import { moneyV2, toDecimal } from './money.js';
import { parseSearch } from './search.js';

export interface CustomerIdentifier {
  id?: string;
  emailAddress?: string;
  phoneNumber?: string;
  customId?: unknown;
}

/** `Customer` of the schema. */
export function customerNode(shop: Shop, customer: CustomerRecord) {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(' ');
  return {
    __typename: 'Customer',
    id: toGid('Customer', customer.id),
    legacyResourceId: String(customer.id),
    email: customer.email,
    phone: customer.phone,
    firstName: customer.firstName,
    lastName: customer.lastName,
    displayName: name || customer.email || customer.phone || '',
    note: customer.note,
    locale: customer.locale,
    tags: customer.tags,
    taxExempt: customer.taxExempt,
    taxExemptions: [],
    state: 'DISABLED',
    verifiedEmail: true,
    canDelete: true,
    numberOfOrders: () => String(ordersOf(shop, customer).length),
    amountSpent: () => {
      const cents = ordersOf(shop, customer).reduce((sum, order) => sum + orderTotals(order).currentTotal, 0);
      return moneyV2(toDecimal(cents), shop.record.currencyCode);
    },
    defaultEmailAddress: customer.email ? { emailAddress: customer.email, validFormat: true } : null,
    defaultPhoneNumber: customer.phone ? { phoneNumber: customer.phone } : null,
    defaultAddress: null,
    createdAt: shopifyInstant(customer.createdAt),
    updatedAt: shopifyInstant(customer.updatedAt),
  };
}

function ordersOf(shop: Shop, { id }: CustomerRecord) {
  return [...shop.sales.orders.values()].filter(order => order.customerId === id);
}

export function findCustomer(shop: Shop, identifier: CustomerIdentifier): CustomerRecord | undefined {
  if (identifier.customId !== undefined) throw notImplemented('CustomerIdentifierInput.customId');
  if (identifier.emailAddress !== undefined)
    return shop.customerByEmail(normaliseEmail(identifier.emailAddress));
  if (identifier.phoneNumber !== undefined)
    return shop.customerByPhone(normalisePhone(identifier.phoneNumber));
  return customerById(shop, identifier.id ?? '');
}

export function customerById(shop: Shop, gid: string): CustomerRecord | undefined {
  const id = fromGid('Customer', gid);
  return id === null ? undefined : shop.customers.get(id);
}

/** The list of customers. With a search it lags, as Shopify's index does: see SEARCH_LAG_MS. */
export function customerList(
  shop: Shop,
  args: ConnectionArguments & { query?: string | null },
  clock: Clock,
  searchLagMs: number,
) {
  let customers = [...shop.customers.values()];
  if (args.query) {
    const terms = parseSearch(args.query);
    const indexedUntil = clock() - searchLagMs;
    customers = customers.filter(
      customer =>
        customer.updatedAt <= indexedUntil && terms.every(term => matches(customer, term.field, term.value)),
    );
  }
  return connection(customers, args, customer => customerNode(shop, customer));
}

function matches(customer: CustomerRecord, field: string, value: string): boolean {
  const isSame = (own: string | null) => own?.toLowerCase() === value.toLowerCase();
  if (field === 'email') return isSame(customer.email);
  if (field === 'phone') return customer.phone === normalisePhone(value);
  if (field === 'id') return String(customer.id) === value;
  if (field === 'tag') return customer.tags.some(isSame);
  if (field === 'first_name') return isSame(customer.firstName);
  if (field === 'last_name') return isSame(customer.lastName);
  throw notImplemented(`customers search by ${field}`);
}
