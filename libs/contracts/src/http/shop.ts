import { z } from 'zod';
import { id, instant } from '../scalars.js';

/** GET /shops, one item. */
export const shopItem = z
  .object({ id, domain: z.string(), status: z.enum(['connected']), connectedAt: instant })
  .meta({ id: 'Shop' });

/** GET /shops/{id}/variants, one item; `stock` null where the shop does not count it. */
export const variantItem = z
  .object({
    id: z.string(),
    productId: z.string(),
    /** "Canvas tote / Natural". */
    title: z.string(),
    sku: z.string().nullable(),
    /** As the shop writes it, in its currency: "24.00". */
    price: z.string(),
    currency: z.string(),
    stock: z.int().nullable(),
    image: z.string().nullable(),
  })
  .meta({ id: 'Variant' });

/** Internal: which variants and pools a series promises, and which of them are not there (api.md, Keys). */
export const rewardSources = z.object({
  variantIds: z.array(z.string()).max(1_000),
  poolIds: z.array(id).max(1_000),
});

export const missingSources = z.object({ variantIds: z.array(z.string()), poolIds: z.array(id) });

export type ShopItem = z.infer<typeof shopItem>;
export type VariantItem = z.infer<typeof variantItem>;
export type RewardSources = z.infer<typeof rewardSources>;
export type MissingSources = z.infer<typeof missingSources>;
