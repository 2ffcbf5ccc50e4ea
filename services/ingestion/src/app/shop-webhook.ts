import { currency, instant } from '@cairn/contracts/scalars';
import {
  excludedOf,
  exponentOf,
  mentionInAddress,
  mentionInAttributes,
  minorUnitsOf,
  netOfLines,
  type OrderLine,
  type ShopOrder,
} from '@cairn/contracts/shop-order';
import { emailHash } from '@cairn/service-kit/email-hash';
import { fieldErrors } from '@cairn/service-kit/http/problem';
import { z } from 'zod';
import type { Heard, HeardRefund } from '../domain/shop-order-state.js';
import { readJson } from './read-json.js';

/** What of Shopify's REST order and refund counts here; ids are numbers there, and money is text (but in refunds). */
const restId = z.int().min(1).transform(String);
const amount = z.union([z.string(), z.number().transform(String)]);

/** Beside it stands what the buyer saw, in their currency. */
const inShopMoney = z.object({ shop_money: z.object({ amount, currency_code: currency }) });

const restRefundLine = z.object({
  line_item_id: restId,
  quantity: z.int().min(0),
  subtotal_set: inShopMoney,
  total_tax_set: inShopMoney,
});

const restRefund = z.object({
  id: restId,
  order_id: restId,
  created_at: instant,
  refund_line_items: z.array(restRefundLine),
});

const restLine = z.object({
  id: restId,
  price: amount,
  quantity: z.int().min(0),
  current_quantity: z.int().min(0),
  discount_allocations: z.array(z.object({ amount })).default([]),
  tax_lines: z.array(z.object({ price: amount })).default([]),
});

const restOrder = z.object({
  id: restId,
  name: z.string(),
  currency,
  created_at: instant,
  updated_at: instant,
  financial_status: z.string().nullable(),
  test: z.boolean().default(false),
  tags: z.string().default(''),
  taxes_included: z.boolean(),
  line_items: z.array(restLine),
  refunds: z.array(restRefund).default([]),
  discount_codes: z.array(z.object({ code: z.string() })).default([]),
  note_attributes: z
    .array(z.object({ name: z.string(), value: z.string().nullable().catch(null) }))
    .default([]),
  landing_site: z.string().nullish(),
  email: z.string().nullish(),
  customer: z.object({ id: restId, email: z.string().nullish() }).nullish(),
});

type RestOrder = z.infer<typeof restOrder>;
type RestRefund = z.infer<typeof restRefund>;

/** A signed webhook, as it came. */
export interface Delivered {
  /** As in the header, in lower case: `orders/paid`. */
  topic: string;
  shopDomain: string;
  /** RFC 3339. */
  triggeredAt: string;
  body: Uint8Array;
}

/** `ignored`: a topic that nobody asked for; `unreadable`: not as Shopify describes it. */
export type ReadWebhook =
  | { kind: 'order'; orderId: string; heard: Heard }
  | { kind: 'uninstalled' }
  | { kind: 'ignored' }
  | { kind: 'unreadable'; problem: string };

/** Reads a webhook; a buyer's address ends here, as its keyed hash. */
export function readWebhook(delivered: Delivered, hashKey: string): ReadWebhook {
  const { topic, body } = delivered;
  switch (topic) {
    case 'orders/paid':
    case 'orders/updated':
      return read(body, restOrder, order => heardOrder(order, delivered, hashKey));
    case 'refunds/create':
      return read(body, restRefund, heardRefund);
    case 'app/uninstalled':
      return { kind: 'uninstalled' };
    default:
      return { kind: 'ignored' };
  }
}

function read<Schema extends z.ZodType>(
  body: Uint8Array,
  schema: Schema,
  then: (value: z.infer<Schema>) => ReadWebhook,
): ReadWebhook {
  const json = readJson(body);
  if (json.kind === 'broken') return { kind: 'unreadable', problem: json.message };
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return then(parsed.data);
  const problem = fieldErrors(parsed.error)
    .slice(0, 5)
    .map(({ path, message }) => `${path}: ${message}`)
    .join('; ');
  return { kind: 'unreadable', problem: problem.slice(0, 500) };
}

/** Paid in full, whatever was refunded since. */
const paidStatuses = new Set<string | null>(['paid', 'partially_refunded', 'refunded']);

/** A figure that is no amount of the currency. */
class Unreadable extends Error {}

function orUnreadable(read: () => ReadWebhook): ReadWebhook {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable', problem: error.message };
    throw error;
  }
}

function minorUnits(text: string, exponent: number): number {
  const units = minorUnitsOf(text, exponent);
  if (units === null) throw new Unreadable(`${text.slice(0, 40)} is no amount with ${exponent} decimals`);
  return units;
}

function heardOrder(
  rest: RestOrder,
  { topic, shopDomain, triggeredAt }: Delivered,
  hashKey: string,
): ReadWebhook {
  return orUnreadable(() => {
    const exponent = exponentFor(rest.currency);
    const confirms = topic === 'orders/paid';
    const email = rest.email || rest.customer?.email || null;
    const order: ShopOrder = {
      shopDomain,
      orderId: rest.id,
      name: rest.name,
      currency: rest.currency,
      placedAt: rest.created_at,
      updatedAt: rest.updated_at,
      asOf: triggeredAt,
      paid: confirms || paidStatuses.has(rest.financial_status),
      excluded: excludedOf({ test: rest.test, tags: rest.tags.split(',') }),
      taxesIncluded: rest.taxes_included,
      netAmount: netOfLines(linesOf(rest, exponent), rest.taxes_included),
      refunds: rest.refunds.map(refund => {
        const { refundId, at, subtotal, tax } = refundOf(refund);
        const netAmount = Math.max(0, rest.taxes_included ? subtotal - tax : subtotal);
        return { refundId, at, netAmount };
      }),
      discountCodes: rest.discount_codes.map(({ code }) => code.slice(0, 255)),
      noted: mentionInAttributes(rest.note_attributes),
      landed: mentionInAddress(rest.landing_site ?? null),
      customerId: rest.customer?.id ?? null,
      customerEmailHash: email === null ? null : emailHash(email, hashKey),
    };
    return { kind: 'order', orderId: rest.id, heard: { kind: 'order', order, confirms } };
  });
}

function linesOf({ line_items, refunds }: RestOrder, exponent: number): OrderLine[] {
  const refunded = refunds.flatMap(refund => refund.refund_line_items);
  const sumOf = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + minorUnits(text, exponent), 0);
  return line_items.map(line => ({
    unitPrice: minorUnits(line.price, exponent),
    quantity: line.quantity,
    currentQuantity: line.current_quantity,
    refundedQuantity: refunded
      .filter(({ line_item_id }) => line_item_id === line.id)
      .reduce((sum, { quantity }) => sum + quantity, 0),
    discount: sumOf(line.discount_allocations.map(allocation => allocation.amount)),
    tax: sumOf(line.tax_lines.map(({ price }) => price)),
  }));
}

function heardRefund(rest: RestRefund): ReadWebhook {
  return orUnreadable(() => {
    const heard: Heard = { kind: 'refund', refund: refundOf(rest) };
    return { kind: 'order', orderId: rest.order_id, heard };
  });
}

function refundOf({ id: refundId, created_at: at, refund_line_items: lines }: RestRefund): HeardRefund {
  const sumOf = (amounts: readonly z.infer<typeof inShopMoney>[]) =>
    amounts.reduce((sum, { shop_money: { amount: text, currency_code: code } }) => {
      return sum + minorUnits(text, exponentFor(code));
    }, 0);
  const subtotal = sumOf(lines.map(line => line.subtotal_set));
  return { refundId, at, subtotal, tax: sumOf(lines.map(line => line.total_tax_set)) };
}

function exponentFor(code: string): number {
  const exponent = exponentOf(code);
  if (exponent === undefined) throw new Unreadable(`${code} is no currency that is known here`);
  return exponent;
}
