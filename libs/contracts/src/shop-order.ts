import { z } from 'zod';
import { currency, id, instant, minorUnits } from './scalars.js';

/** The digits of Shopify's id: `820982911946154508` of `gid://shopify/Order/820982911946154508`. */
export const shopId = z.string().regex(/^\d{1,20}$/, 'the digits of an id of Shopify’s');

/** A refund as far as points know of it: its items, without tax, shipping and adjustments; 0 where it is of none. */
export const shopRefund = z.object({ refundId: shopId, at: instant, netAmount: minorUnits });

/** What an order says of how the buyer came: an ambassador's code, and the id of a click. */
const mention = z.object({ ref: z.string().max(64).nullable(), clickId: id.nullable() });

/** An order of a shop's as it was at an instant, from a webhook or from the shop's own list. Of the buyer no address. */
export const shopOrder = z.object({
  /** `rosewood.myshopify.com` */
  shopDomain: z.string().min(1),
  orderId: shopId,
  /** As the shop calls it: `#1001`. */
  name: z.string(),
  currency,
  placedAt: instant,
  /** The shop's own, in whole seconds. */
  updatedAt: instant,
  /** When the shop said so: of two with the same `updatedAt` the later counts. */
  asOf: instant,
  /** Whether it is paid in full, refunded since or not. */
  paid: z.boolean(),
  /** No sale of anybody's: a test, or an order that Cairn made for a reward. */
  excluded: z.enum(['test', 'reward']).nullable(),
  /** Whether its prices have tax in them. */
  taxesIncluded: z.boolean(),
  /** Items after discounts and edits, before tax, shipping and refunds (domain.md 2.6). */
  netAmount: minorUnits,
  refunds: z.array(shopRefund),
  /** As they were typed. */
  discountCodes: z.array(z.string().max(255)),
  /** In the order's note attributes `ref` and `cairn_click`. */
  noted: mention,
  /** In the address on which the buyer came to the shop. */
  landed: mention,
  customerId: shopId.nullable(),
  customerEmailHash: z.string().nullable(),
});

export type ShopOrder = z.infer<typeof shopOrder>;
export type ShopRefund = z.infer<typeof shopRefund>;

/** The tag of an order that Cairn made: `cairn-` and the grant's id in 32 hexadecimal digits. */
const rewardTag = /^cairn-[0-9a-f]{32}$/i;

/** Why an order is nobody's sale; null where it may be one. */
export function excludedOf({
  test,
  tags,
}: {
  test: boolean;
  tags: readonly string[];
}): ShopOrder['excluded'] {
  if (tags.some(tag => rewardTag.test(tag.trim()))) return 'reward';
  return test ? 'test' : null;
}

/** One line of an order, in minor units of the shop's currency. */
export interface OrderLine {
  /** Of one piece, before discounts. */
  unitPrice: number;
  /** As ordered, what was taken away by edits or refunded included. */
  quantity: number;
  /** What is left of that after edits and refunds. */
  currentQuantity: number;
  /** Of the line's pieces in refunds. */
  refundedQuantity: number;
  /** On the whole quantity, the order's own discounts included. */
  discount: number;
  /** On, or in, the whole quantity. */
  tax: number;
}

/**
 * Minor units for the pieces that edits left, refunded or not: after discounts, without tax (domain.md 2.6). A share of a
 * line's discount goes with each piece; halves are rounded up.
 */
export function netOfLines(lines: readonly OrderLine[], taxesIncluded: boolean): number {
  return lines.reduce((sum, line) => {
    const { unitPrice, quantity, currentQuantity, refundedQuantity, discount, tax } = line;
    const kept = Math.min(quantity, currentQuantity + refundedQuantity);
    if (quantity === 0 || kept === 0) return sum;
    const whole = unitPrice * quantity - discount;
    const of = (amount: number) => Math.round((amount * kept) / quantity);
    return sum + Math.max(0, of(whole) - (taxesIncluded ? of(tax) : 0));
  }, 0);
}

/**
 * A decimal text as Shopify writes money, in minor units, exactly: `19.99` with exponent 2 is 1999.
 * @returns null for what is no amount, or has more decimals than the currency.
 */
export function minorUnitsOf(text: string, exponent: number): number | null {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d{1,10}))?$/.exec(text) ?? [];
  if (sign === undefined || /[1-9]/.test(fraction.slice(exponent))) return null;
  const amount = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return sign === '-' && amount > 0 ? -amount : amount;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Decimal places of a currency's minor unit by ISO 4217; undefined where this runtime does not know the currency. */
export function exponentOf(code: string): number | undefined {
  if (!currencies.has(code)) return undefined;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return format.resolvedOptions().maximumFractionDigits;
}

/** The mention of an ambassador in an address, as referral links lead to (`?ref=ADA&cairn_click=…`). */
export function mentionInAddress(address: string | null): z.infer<typeof mention> {
  // Shopify's webhooks give a path, its Admin API a whole address.
  const url = address === null ? null : URL.parse(address, 'https://shop.invalid');
  return mentionOf(url?.searchParams.get('ref'), url?.searchParams.get('cairn_click'));
}

/** The mention in note attributes, or cart attributes, of these names. */
export function mentionInAttributes(
  attributes: readonly { name: string; value: string | null }[],
): z.infer<typeof mention> {
  const find = (wanted: string) => attributes.find(({ name }) => name.trim().toLowerCase() === wanted)?.value;
  return mentionOf(find('ref'), find('cairn_click'));
}

/** What cannot be a code or an id counts as nothing. */
function mentionOf(
  ref: string | null | undefined,
  clickId: string | null | undefined,
): z.infer<typeof mention> {
  const known = id.safeParse(clickId?.trim());
  const code = ref?.trim() ?? '';
  return { ref: code !== '' && code.length <= 64 ? code : null, clickId: known.success ? known.data : null };
}
