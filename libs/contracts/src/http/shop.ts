import { z } from 'zod';
import { id, instant } from '../scalars.js';

/** GET /shops, one item. */
export const shopItem = z
  .object({
    id,
    domain: z.string(),
    /** The shop's own, by ISO 4217. */
    currency: z.string(),
    /** `uninstalled`: the shop took the app away; `token_refused`: it no longer takes our token. Connect it again. */
    status: z.enum(['connected', 'uninstalled', 'token_refused']),
    /** Where codes are made that name no shop; a brand has one while it has a connected shop. */
    primary: z.boolean(),
    connectedAt: instant,
    /** Its list of orders was read up to then; null: not yet to its end. */
    ordersPulledAt: instant.nullable().default(null),
  })
  .meta({ id: 'Shop' });

/** POST /shops/connect. */
export const connectShop = z
  .strictObject({
    domain: z
      .string()
      .trim()
      .toLowerCase()
      .regex(
        /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/,
        'the shop’s own address, such as rosewood.myshopify.com',
      ),
  })
  .meta({ id: 'ConnectShop' });

/** Where the shop's owner agrees; good once, for fifteen minutes. */
export const connectingShop = z.object({ authorizeUrl: z.string() }).meta({ id: 'ConnectingShop' });

/** PATCH /shops/{id}. */
export const updateShop = z.strictObject({ primary: z.literal(true) }).meta({ id: 'UpdateShop' });

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

/** Internal: which variants, pools and shops a series promises, and which of them are not there (api.md, Keys). */
export const rewardSources = z.object({
  variantIds: z.array(z.string()).max(1_000),
  poolIds: z.array(id).max(1_000),
  shopIds: z.array(id).max(1_000).default([]),
});

export const missingSources = z.object({
  variantIds: z.array(z.string()),
  poolIds: z.array(id),
  shopIds: z.array(id).default([]),
});

export type ShopItem = z.infer<typeof shopItem>;
export type VariantItem = z.infer<typeof variantItem>;
export type RewardSources = z.infer<typeof rewardSources>;
export type MissingSources = z.infer<typeof missingSources>;
