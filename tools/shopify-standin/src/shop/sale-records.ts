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

export const OrderRecord = SaleRecord.extend({
  draftOrderId: z.number(),
  financialStatus: z.enum(['PAID', 'PENDING']),
  sourceName: z.string(),
});
export type OrderRecord = z.infer<typeof OrderRecord>;
