import { z } from 'zod';
import { toCents, toDecimal } from '../admin/money.js';

const Money = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/, 'must be a decimal such as 28.00')
  .transform(price => toDecimal(toCents(price)));
/** A number, its digits, or a global id. */
const Id = z.union([z.string(), z.number().int().transform(String)]);
const Pieces = z.number().int().min(1).max(10_000);
const CartLine = z.strictObject({ variantId: Id, quantity: Pieces, price: Money.optional() });

/** A page of the shop, with or without its address, such as `/?ref=ADA`. */
const Landing = z
  .string()
  .max(2048)
  .refine(site => site.startsWith('/') || URL.canParse(site), 'must be a path or an address');

export const NewOrder = z.strictObject({
  email: z.email().optional(),
  customerId: Id.optional(),
  lines: z.array(CartLine).min(1).max(100),
  discountCodes: z.array(z.string().min(1)).max(5).default([]),
  discount: Money.optional(),
  shipping: Money.optional(),
  taxRate: z.number().min(0).max(1).default(0),
  taxesIncluded: z.boolean().default(false),
  noteAttributes: z.array(z.strictObject({ key: z.string(), value: z.string() })).default([]),
  note: z.string().optional(),
  landingSite: Landing.optional(),
  referringSite: z.url().optional(),
  tags: z.array(z.string().min(1).max(40)).default([]),
  test: z.boolean().default(false),
  paid: z.boolean().default(true),
  sourceName: z.string().min(1).default('web'),
  currency: z.string().optional(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
});
export type NewOrder = z.infer<typeof NewOrder>;

const Line = z.strictObject({ lineItemId: Id, quantity: Pieces });

/** One of `lines`, `amount` and `shippingOnly`. */
export const Refund = z
  .strictObject({
    lines: z.array(Line).min(1).optional(),
    amount: Money.optional(),
    shippingOnly: z.literal(true).optional(),
    restock: z.boolean().default(true),
    note: z.string().nullable().default(null),
  })
  .refine(
    ({ lines, amount, shippingOnly }) =>
      [lines, amount, shippingOnly].filter(one => one !== undefined).length === 1,
    'give one of lines, amount and shippingOnly',
  );

/** `set` is how many pieces the buyer has of a line afterwards: 0 takes it away. */
export const Edit = z.strictObject({
  set: z.array(z.strictObject({ lineItemId: Id, quantity: z.number().int().min(0).max(10_000) })).default([]),
  add: z.array(CartLine).default([]),
});

export const Cancel = z.strictObject({
  reason: z.enum(['customer', 'declined', 'fraud', 'inventory', 'other', 'staff']).default('customer'),
  refund: z.boolean().default(true),
});

/** Many orders alike: `order` again and again, with `buyers` e-mails in turn where it names none. */
export const ManyOrders = z.strictObject({
  count: z.number().int().min(1).max(2000),
  buyers: z.number().int().min(1).max(1_000_000).optional(),
  order: NewOrder,
});
