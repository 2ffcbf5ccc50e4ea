import { z } from 'zod';

/** A variant as we show it; `inventoryQuantity` says something only where the shop tracks it. */
export const variant = z.object({
  id: z.string(),
  title: z.string(),
  sku: z.string().nullable(),
  price: z.string(),
  availableForSale: z.boolean(),
  inventoryQuantity: z.number().nullable(),
  inventoryItem: z.object({ tracked: z.boolean() }),
  image: z.object({ url: z.string() }).nullable(),
});

export type Variant = z.infer<typeof variant>;

/** The selection that {@link variant} parses. */
export const variantFields = `
          id
          title
          sku
          price
          availableForSale
          inventoryQuantity
          inventoryItem {
            tracked
          }
          image {
            url
          }`;
