import type { AddressInput } from './addresses.js';
import { notImplemented, refuseUnbuilt } from './errors.js';
import { toCents } from './money.js';

export interface DiscountInput {
  title?: string | null;
  description?: string | null;
  /** a percentage from 0 to 100, or an amount */
  value: number;
  valueType: 'PERCENTAGE' | 'FIXED_AMOUNT';
}

interface MoneyInput {
  amount: string;
  currencyCode: string;
}

export interface LineInput {
  variantId?: string | null;
  quantity: number;
  appliedDiscount?: DiscountInput | null;
  customAttributes?: { key: string; value: string }[] | null;
  title?: string | null;
}

/** `DraftOrderInput`, as far as it is built. */
export interface DraftOrderInput {
  lineItems?: LineInput[] | null;
  appliedDiscount?: DiscountInput | null;
  shippingAddress?: AddressInput | null;
  billingAddress?: AddressInput | null;
  shippingLine?: {
    title?: string | null;
    price?: string | null;
    priceWithCurrency?: MoneyInput | null;
  } | null;
  email?: string | null;
  phone?: string | null;
  purchasingEntity?: { customerId?: string | null } | null;
  /** deprecated at Shopify, still taken */
  customerId?: string | null;
  note?: string | null;
  tags?: string[] | null;
  customAttributes?: { key: string; value: string }[] | null;
  taxExempt?: boolean | null;
  poNumber?: string | null;
  sourceName?: string | null;
}

const BUILT = [
  'lineItems',
  'appliedDiscount',
  'shippingAddress',
  'billingAddress',
  'shippingLine',
  'email',
  'phone',
  'purchasingEntity',
  'customerId',
  'note',
  'tags',
  'customAttributes',
  'taxExempt',
  'poNumber',
  'sourceName',
  // There are no automatic discounts and no default addresses that these could bring in.
  'acceptAutomaticDiscounts',
  'useCustomerDefaultAddress',
];

/** What would be lost if it were taken: reservations, payment terms, discount codes, custom and bundled items. */
export function refuseUnbuiltDraft(input: DraftOrderInput): void {
  refuseUnbuilt('DraftOrderInput', input, BUILT);
  refuseUnbuilt('PurchasingEntityInput', input.purchasingEntity ?? {}, ['customerId']);
  refuseUnbuilt('ShippingLineInput', input.shippingLine ?? {}, ['title', 'price', 'priceWithCurrency']);
  for (const line of input.lineItems ?? []) {
    if (line.variantId)
      refuseUnbuilt('DraftOrderLineItemInput', line, [
        'variantId',
        'quantity',
        'appliedDiscount',
        'customAttributes',
        // Shopify ignores these of a variant.
        'title',
        'sku',
        'originalUnitPrice',
        'originalUnitPriceWithCurrency',
        'requiresShipping',
        'taxable',
      ]);
    else if (line.title) throw notImplemented('DraftOrderLineItemInput of a custom item');
    if (line.appliedDiscount?.valueType === 'FIXED_AMOUNT' && line.quantity > 1)
      throw notImplemented('a fixed discount on several pieces of a line');
  }
}

/** The customer that the input names; undefined when it names none. */
export function namedCustomer(input: DraftOrderInput): string | undefined {
  return input.purchasingEntity?.customerId ?? input.customerId ?? undefined;
}

/** Decimal, as the price of a delivery without a rate is. */
export function shippingPrice(input: NonNullable<DraftOrderInput['shippingLine']>): string {
  return (toCents(input.priceWithCurrency?.amount ?? input.price ?? '0') / 100).toFixed(2);
}
