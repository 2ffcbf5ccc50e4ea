import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { uninstallApp } from '../admin/app-uninstall.js';
import type { Clock } from '../clock.js';
import { addCode } from '../control/code-routes.js';
import { changeOrder } from '../control/order-routes.js';
import { NewOrder } from '../orders/bodies.js';
import { cancel, pay, refund } from '../orders/order-changes.js';
import { currentQuantity } from '../orders/order-totals.js';
import { placeOrder } from '../orders/place-order.js';
import type { OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { SHOP_DOMAIN, type Shops } from '../shop/shops.js';
import type { Notices } from '../webhooks/notices.js';

const text = z.string().trim().default('');
const Buy = z.object({
  variantId: z.string(),
  quantity: z.coerce.number(),
  email: text,
  discountCode: text,
  landingSite: text,
  shipping: text,
});
const Code = z.object({ code: z.string().trim().min(1), percent: z.coerce.number().int().min(1).max(100) });
const Act = z.object({ id: z.coerce.number(), act: z.enum(['pay', 'refund', 'cancel']) });

interface Done {
  said: string;
}
type Outcome = Done | { refusal: string };

export interface ActionOptions {
  shops: Shops;
  clock: Clock;
  notices: Notices;
}

/** The page's forms: what control does, and back to the page with what came of it. */
export function pageActions(app: FastifyInstance, { shops, clock, notices }: ActionOptions): void {
  app.post('/shop', async (request, reply) => {
    const asked = z
      .object({ domain: z.string().trim().toLowerCase().regex(SHOP_DOMAIN) })
      .safeParse(request.body);
    if (!asked.success) return back(reply, { refusal: 'A domain is <shop>.myshopify.com' });
    const { domain } = asked.data;
    shops.ensure(domain, domain.replace('.myshopify.com', ''), 'USD');
    return back(reply, { said: `${domain} is there` });
  });

  action('buy', Buy, (shop, bought) => {
    const { variantId, quantity, email, discountCode, landingSite, shipping } = bought;
    const order = NewOrder.safeParse({
      lines: [{ variantId, quantity }],
      discountCodes: discountCode === '' ? [] : [discountCode],
      ...(email === '' ? {} : { email }),
      ...(landingSite === '' ? {} : { landingSite }),
      ...(shipping === '' ? {} : { shipping }),
    });
    if (!order.success) return { refusal: problemsOf(order.error) };
    const outcome = placeOrder(shop, order.data, notices, clock());
    return 'refusal' in outcome ? outcome : { said: `Order #${outcome.order.number} is placed and paid` };
  });
  action('code', Code, (shop, { code, percent }) => {
    const outcome = addCode(shop, { code, percentage: percent }, clock);
    return 'refusal' in outcome ? outcome : { said: `The code ${outcome.discount.code} is there` };
  });
  action('order', Act, (shop, { id, act }) => {
    const order = shop.sales.orders.get(id);
    if (!order) return { refusal: 'No such order' };
    const now = clock();
    const outcome =
      act === 'pay'
        ? pay(order, now)
        : act === 'refund'
          ? refund(order, allOf(order), shop.nextId, now)
          : cancel(order, { reason: 'customer', isRefunded: true }, shop.nextId, now);
    if ('refusal' in outcome) return outcome;
    changeOrder(shop, order, outcome, notices, now);
    return { said: `Order #${order.number}: ${act} done` };
  });
  action('uninstall', z.object({}), shop => {
    uninstallApp(shop, notices, clock());
    return { said: 'The app is uninstalled' };
  });

  function action<Body extends z.ZodType>(
    name: string,
    schema: Body,
    act: (shop: Shop, body: z.infer<Body>) => Outcome,
  ): void {
    app.post(`/${name}`, async (request, reply) => {
      const named = z.object({ domain: z.string() }).safeParse(request.body);
      const shop = named.success ? shops.find(named.data.domain) : undefined;
      if (!shop) return back(reply, { refusal: 'No such shop' });
      const body = schema.safeParse(request.body);
      const outcome = body.success ? act(shop, body.data) : { refusal: problemsOf(body.error) };
      return back(reply, outcome);
    });
  }
}

/** Every piece that is left; capped at what was paid. */
function allOf(order: OrderRecord) {
  const lines = order.lines
    .map(line => ({ lineId: line.id, quantity: currentQuantity(line) }))
    .filter(({ quantity }) => quantity > 0);
  return { lines, isRestocked: true, note: null, isCapped: true };
}

function back(reply: FastifyReply, outcome: Outcome): FastifyReply {
  const said: Record<string, string> =
    'refusal' in outcome ? { problem: outcome.refusal } : { done: outcome.said };
  return reply.redirect(`/?${new URLSearchParams(said)}`, 303);
}

function problemsOf(error: z.ZodError): string {
  return error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}
