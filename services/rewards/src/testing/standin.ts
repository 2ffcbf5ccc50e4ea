import { z } from 'zod';

const discount = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  value: z.union([z.object({ percentage: z.number() }), z.object({ amount: z.string() })]),
  minimum: z.object({ subtotal: z.string() }).nullable(),
  customerEmails: z.array(z.string()).nullable(),
  usageLimit: z.number().nullable(),
  appliesOncePerCustomer: z.boolean(),
  endsAt: z.string().nullable(),
});

const sale = z.object({
  id: z.string(),
  tags: z.array(z.string()),
  email: z.string().nullable(),
  shippingAddress: z
    .object({ address1: z.string().nullable(), zip: z.string().nullable() })
    .loose()
    .nullable(),
  lineItems: z.array(z.object({ variantId: z.string(), quantity: z.number() }).loose()),
  total: z.string(),
});
const order = sale.extend({ name: z.string(), draftOrderId: z.string() });
const variant = z.object({ id: z.string(), sku: z.string().nullable(), productId: z.string() });

/** The stand-in's control port, as far as tests look at it. */
export function standin(url: string) {
  const send = async (path: string, method: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/control${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : await answer.json();
  };
  return {
    fault: (shop: string, kind: string, more: object = {}) =>
      send('/faults', 'POST', { kind, shop, ...more }),
    plan: (shop: string, plan: { maximumAvailable: number; restoreRate: number }) =>
      send(`/shops/${shop}/plan`, 'PATCH', plan),
    budgetUse: async (shop: string) => {
      const use = z.object({ spent: z.number(), lost: z.number() });
      const shops = z.object({ items: z.array(z.object({ domain: z.string(), budgetUse: use })) });
      const { items } = shops.parse(await send('/shops', 'GET'));
      return items.find(({ domain }) => domain === shop)!.budgetUse;
    },
    discounts: async (shop: string) =>
      z.object({ items: z.array(discount) }).parse(await send(`/shops/${shop}/discounts?limit=1000`, 'GET'))
        .items,
    orders: async (shop: string) =>
      z.object({ items: z.array(order) }).parse(await send(`/shops/${shop}/orders?limit=1000`, 'GET')).items,
    drafts: async (shop: string) =>
      z.object({ items: z.array(sale) }).parse(await send(`/shops/${shop}/draft-orders?limit=1000`, 'GET'))
        .items,
    /** One of the variants that every shop begins with. */
    variant: async (shop: string, sku: string) =>
      z.object({ items: z.array(variant) }).parse(await send(`/shops/${shop}/variants?sku=${sku}`, 'GET'))
        .items[0]!,
    setStock: (shop: string, variantId: string, inventoryQuantity: number) =>
      send(`/shops/${shop}/variants/${numberOf(variantId)}`, 'PATCH', { inventoryQuantity }),
    deleteVariant: (shop: string, variantId: string) =>
      send(`/shops/${shop}/variants/${numberOf(variantId)}`, 'DELETE'),
    customers: async (shop: string) =>
      z
        .object({ items: z.array(z.object({ email: z.string().nullable() }).loose()) })
        .parse(await send(`/shops/${shop}/customers?limit=1000`, 'GET')).items,
  };
}

function numberOf(gid: string): string {
  return gid.split('/').at(-1)!;
}
