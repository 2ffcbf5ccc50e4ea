import { z } from 'zod';

const Attributes = z.array(z.object({ key: z.string(), value: z.string() }));

/** `value` is a percentage from 0 to 100, or an amount in the shop's currency. */
export const AppliedDiscount = z.object({
  title: z.string().nullable(),
  description: z.string(),
  value: z.number(),
  valueType: z.enum(['PERCENTAGE', 'FIXED_AMOUNT']),
});
export type AppliedDiscount = z.infer<typeof AppliedDiscount>;

export const AddressRecord = z.object({
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  company: z.string().nullable(),
  address1: z.string().nullable(),
  address2: z.string().nullable(),
  city: z.string().nullable(),
  /** as it was given; null where only the code was */
  province: z.string().nullable(),
  provinceCode: z.string().nullable(),
  countryCode: z.string().nullable(),
  zip: z.string().nullable(),
  phone: z.string().nullable(),
});
export type AddressRecord = z.infer<typeof AddressRecord>;

/** What was bought, as the variant was then. */
export const LineRecord = z.object({
  id: z.number(),
  variantId: z.number(),
  productId: z.number(),
  title: z.string(),
  /** null for a product's only variant */
  variantTitle: z.string().nullable(),
  sku: z.string().nullable(),
  vendor: z.string(),
  requiresShipping: z.boolean(),
  quantity: z.number(),
  /** decimal, one piece before discounts */
  unitPrice: z.string(),
  discount: AppliedDiscount.nullable(),
  customAttributes: Attributes,
});
export type LineRecord = z.infer<typeof LineRecord>;

/** What a draft hands on to its order. */
export const SaleRecord = z.object({
  id: z.number(),
  /** counted a shop, from 1 for drafts and from 1001 for orders */
  number: z.number(),
  customerId: z.number().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
  poNumber: z.string().nullable(),
  tags: z.array(z.string()),
  customAttributes: Attributes,
  shippingAddress: AddressRecord.nullable(),
  billingAddress: AddressRecord.nullable(),
  shippingLine: z.object({ title: z.string(), price: z.string() }).nullable(),
  discount: AppliedDiscount.nullable(),
  taxExempt: z.boolean(),
  lines: z.array(LineRecord),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type SaleRecord = z.infer<typeof SaleRecord>;

export const DraftOrderRecord = SaleRecord.extend({
  sourceName: z.string().nullable(),
  completedAt: z.number().nullable(),
  orderId: z.number().nullable(),
});
export type DraftOrderRecord = z.infer<typeof DraftOrderRecord>;

/** What takes something off an order: a code of the shop, or a discount by hand. */
export const ApplicationRecord = z.object({
  type: z.enum(['discount_code', 'manual']),
  /** `line`: off one line only */
  target: z.enum(['order', 'line']),
  /** the code, or what the discount by hand is called */
  title: z.string(),
  /** a percentage from 0 to 100, or an amount in the shop's currency */
  value: z.number(),
  valueType: z.enum(['PERCENTAGE', 'FIXED_AMOUNT']),
  /** off each piece rather than once */
  isEach: z.boolean().default(false),
  discountId: z.number().nullable(),
});
export type ApplicationRecord = z.infer<typeof ApplicationRecord>;

/** A line of an order. Of `quantity` pieces some may be gone: edited away, or refunded. Amounts are cents. */
export const OrderLineRecord = LineRecord.extend({
  removed: z.number().default(0),
  refunded: z.number().default(0),
  /** what each of the order's applications takes off all pieces; `application` counts from 0 */
  allocations: z.array(z.object({ application: z.number(), cents: z.number() })).default([]),
});
export type OrderLineRecord = z.infer<typeof OrderLineRecord>;

/** Amounts are cents; an adjustment is below zero where money goes back. */
export const RefundRecord = z.object({
  id: z.number(),
  createdAt: z.number(),
  note: z.string().nullable(),
  lines: z.array(
    z.object({
      id: z.number(),
      lineId: z.number(),
      quantity: z.number(),
      subtotal: z.number(),
      tax: z.number(),
      isRestocked: z.boolean(),
    }),
  ),
  adjustments: z.array(
    z.object({
      id: z.number(),
      kind: z.enum(['shipping_refund', 'refund_discrepancy']),
      amount: z.number(),
    }),
  ),
  transactionId: z.number(),
  /** what the buyer gets back */
  amount: z.number(),
});
export type RefundRecord = z.infer<typeof RefundRecord>;

export const OrderRecord = SaleRecord.extend({
  /** null: a buyer's own, by checkout */
  draftOrderId: z.number().nullable(),
  financialStatus: z.enum(['PAID', 'PENDING', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'VOIDED']),
  sourceName: z.string(),
  lines: z.array(OrderLineRecord),
  /** absent in orders of before there were any: see `withApplications` */
  applications: z.array(ApplicationRecord).optional(),
  /** millionths */
  taxRate: z.number().default(0),
  taxesIncluded: z.boolean().default(false),
  test: z.boolean().default(false),
  landingSite: z.string().nullable().default(null),
  referringSite: z.string().nullable().default(null),
  cancelledAt: z.number().nullable().default(null),
  cancelReason: z.string().nullable().default(null),
  isEdited: z.boolean().default(false),
  refunds: z.array(RefundRecord).default([]),
  /** cents that the buyer has paid, refunds not taken off; absent: by the financial status */
  received: z.number().optional(),
  /** when this shop took it in, which an order with a `createdAt` of the past is later; absent: `createdAt` */
  enteredAt: z.number().optional(),
});
export type OrderRecord = z.infer<typeof OrderRecord>;
