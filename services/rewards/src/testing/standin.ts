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
    discounts: async (shop: string) =>
      z.object({ items: z.array(discount) }).parse(await send(`/shops/${shop}/discounts?limit=1000`, 'GET'))
        .items,
    customers: async (shop: string) =>
      z
        .object({ items: z.array(z.object({ email: z.string().nullable() }).loose()) })
        .parse(await send(`/shops/${shop}/customers?limit=1000`, 'GET')).items,
  };
}
