import { z } from 'zod';

export const VariantRecord = z.object({
  id: z.number(),
  title: z.string(),
  sku: z.string().nullable(),
  /** decimal in the shop's currency, two digits after the point */
  price: z.string(),
  /** pieces; below zero when the policy is to go on selling */
  inventoryQuantity: z.number(),
  inventoryPolicy: z.enum(['DENY', 'CONTINUE']),
  requiresShipping: z.boolean(),
  selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type VariantRecord = z.infer<typeof VariantRecord>;

/** A product with its variants, in the order of their positions. */
export const ProductRecord = z.object({
  id: z.number(),
  title: z.string(),
  handle: z.string(),
  description: z.string(),
  productType: z.string(),
  vendor: z.string(),
  tags: z.array(z.string()),
  variants: z.array(VariantRecord),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type ProductRecord = z.infer<typeof ProductRecord>;
