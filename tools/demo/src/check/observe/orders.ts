import { z } from 'zod';
import type { Api } from '../../http/api.js';
import { everyItem } from '../../http/pages.js';
import type { ObservedOrder } from '../observed.js';
import { decimal, inMinorUnits } from './shop-money.js';

const order = z.object({
  name: z.string(),
  email: z.string().nullable(),
  tags: z.array(z.string()),
  shippingAddress: z
    .object({
      address1: z.string().nullable(),
      city: z.string().nullable(),
      zip: z.string().nullable(),
      countryCode: z.string().nullable(),
    })
    .nullable(),
  lineItems: z.array(z.object({ sku: z.string().nullable(), quantity: z.int() })),
  total: decimal,
});

/** Every order that a shop of the stand-in holds, through its control API. */
export async function observeOrders(shop: Api, domain: string): Promise<ObservedOrder[]> {
  const orders = await everyItem(shop, `${pathOf(domain)}/orders`, order, 1_000);
  return orders.map(({ name, email, tags, shippingAddress: to, lineItems, total }) => ({
    name,
    email: email?.toLowerCase() ?? null,
    tags,
    lines: lineItems,
    total: inMinorUnits(total),
    to: to && [to.address1, to.city, to.zip, to.countryCode].join(', '),
  }));
}

/** How many drafts of a shop are no order: made by a try that a crash cut off, and deleted within hours (design.md §3). */
export async function countOpenDrafts(shop: Api, domain: string): Promise<number> {
  const path = `${pathOf(domain)}/draft-orders?status=OPEN`;
  return (await everyItem(shop, path, z.unknown(), 1_000)).length;
}

function pathOf(domain: string): string {
  return `/control/shops/${encodeURIComponent(domain)}`;
}
