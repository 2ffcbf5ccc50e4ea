import { z } from 'zod';
import { AccessRecord } from './access-records.js';
import { ProductRecord } from './product-records.js';
import { DraftOrderRecord, OrderRecord } from './sale-records.js';
import { AttemptRecord, DeliveryRecord, WebhookRecord } from './webhook-records.js';

const Deliveries = z.array(DeliveryRecord).default([]);

/** What a shop holds, as written to its journal. Instants are milliseconds since the epoch, amounts decimal strings. */
export const ShopRecord = z.object({
  domain: z.string(),
  accessToken: z.string(),
  name: z.string(),
  currencyCode: z.string(),
  createdAt: z.number(),
});
export type ShopRecord = z.infer<typeof ShopRecord>;

export const CustomerRecord = z.object({
  id: z.number(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  note: z.string().nullable(),
  locale: z.string(),
  tags: z.array(z.string()),
  taxExempt: z.boolean(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type CustomerRecord = z.infer<typeof CustomerRecord>;

export const DiscountRecord = z.object({
  id: z.number(),
  code: z.string(),
  title: z.string(),
  startsAt: z.number(),
  endsAt: z.number().nullable(),
  usageLimit: z.number().nullable(),
  appliesOncePerCustomer: z.boolean(),
  /** percentage: 0 to 1; amount: in the shop's currency */
  value: z.union([
    z.object({ percentage: z.number() }),
    z.object({ amount: z.string(), appliesOnEachItem: z.boolean() }),
  ]),
  minimum: z.union([z.object({ subtotal: z.string() }), z.object({ quantity: z.string() })]).nullable(),
  /** null: everybody */
  customerIds: z.array(z.number()).nullable(),
  combinesWith: z.object({ order: z.boolean(), product: z.boolean(), shipping: z.boolean() }),
  tags: z.array(z.string()),
  recurringCycleLimit: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type DiscountRecord = z.infer<typeof DiscountRecord>;

/**
 * One line of a journal, applied whole or not at all. A later line of a customer, product or draft replaces the
 * earlier one of the same id; `completion` is all that completing a draft does, `order` all that buying or changing an
 * order does, with the notices of it: there is never one without the other.
 */
export const JournalLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('shop'), record: ShopRecord }),
  z.object({ type: z.literal('access'), record: AccessRecord }),
  z.object({ type: z.literal('customer'), record: CustomerRecord }),
  z.object({ type: z.literal('discount'), record: DiscountRecord }),
  z.object({ type: z.literal('product'), record: ProductRecord }),
  z.object({ type: z.literal('draft_order'), record: DraftOrderRecord }),
  z.object({ type: z.literal('draft_order_deleted'), id: z.number() }),
  z.object({
    type: z.literal('completion'),
    draft: DraftOrderRecord,
    order: OrderRecord,
    deliveries: Deliveries,
  }),
  z.object({
    type: z.literal('order'),
    order: OrderRecord,
    /** pieces taken, below zero where they came back */
    stock: z.array(z.object({ variantId: z.number(), quantity: z.number() })),
    deliveries: Deliveries,
  }),
  z.object({ type: z.literal('webhook'), record: WebhookRecord }),
  z.object({ type: z.literal('webhook_deleted'), id: z.number() }),
  z.object({ type: z.literal('deliveries'), deliveries: Deliveries }),
  z.object({ type: z.literal('attempt'), attempt: AttemptRecord }),
  z.object({ type: z.literal('uninstalled'), access: AccessRecord, deliveries: Deliveries }),
]);
export type JournalLine = z.infer<typeof JournalLine>;
