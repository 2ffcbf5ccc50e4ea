import { z } from 'zod';
import type { Api } from '../http/api.js';
import { everyItem } from '../http/pages.js';

const shop = z.object({ id: z.string() });
const variant = z.object({ id: z.string(), title: z.string(), sku: z.string().nullable() });

/** A variant of the brand's shop; `title` as people read it. */
export type ShopVariant = z.infer<typeof variant>;

/** What the brand's shop sells; nothing where none is connected. */
export async function shopVariants(api: Api): Promise<ShopVariant[]> {
  const [connected] = await everyItem(api, '/api/v1/shops', shop);
  if (connected === undefined) return [];
  return await everyItem(api, `/api/v1/shops/${connected.id}/variants`, variant, 50);
}
