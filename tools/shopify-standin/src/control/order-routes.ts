import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { idOf } from '../admin/gid.js';
import { toCents } from '../admin/money.js';
import type { Clock } from '../clock.js';
import { Cancel, Edit, ManyOrders, NewOrder, Refund } from '../orders/bodies.js';
import { cancel, edit, type OrderChange, pay, refund } from '../orders/order-changes.js';
import { placeOrder, variantsOf } from '../orders/place-order.js';
import type { OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import type { Shops } from '../shop/shops.js';
import { orderChanged } from '../webhooks/happenings.js';
import type { Notices } from '../webhooks/notices.js';
import { invalid, noSuch } from './listing.js';
import { orderView } from './sale-routes.js';

interface InShop {
  Params: { domain: string };
}
interface OfOrder {
  Params: { domain: string; id: string };
}
type Outcome = OrderChange | { refusal: string };

export interface OrderOptions {
  shops: Shops;
  clock: Clock;
  notices: Notices;
}

/** What buyers do in the shop and a merchant with their orders; the app is told by its webhooks. */
export function orderRoutes(app: FastifyInstance, { shops, clock, notices }: OrderOptions): void {
  app.post<InShop>('/shops/:domain/orders', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const body = NewOrder.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const outcome = placeOrder(shop, body.data, notices, clock());
    if ('refusal' in outcome) return refused(reply, outcome.refusal);
    return reply.code(201).send(orderView(shop, outcome.order));
  });

  app.post<InShop>('/shops/:domain/orders/many', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const body = ManyOrders.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const { count, buyers, order } = body.data;
    let made = 0;
    for (; made < count; made += 1) {
      const email = order.email ?? (buyers === undefined ? undefined : `buyer-${made % buyers}@example.com`);
      const outcome = placeOrder(shop, { ...order, email }, notices, clock());
      if ('refusal' in outcome) return reply.code(422).send({ error: outcome.refusal, made });
      // Deliveries and other requests go on in between.
      if (made % 50 === 49) await setImmediate();
    }
    return reply.code(201).send({ made });
  });

  change('pay', null, (_shop, order) => pay(order, clock()));
  change('refunds', Refund, (shop, order, body) => {
    const { lines, amount, shippingOnly, restock, note } = body;
    const input = {
      lines: lines?.map(line => ({ lineId: idOf('LineItem', line.lineItemId), quantity: line.quantity })),
      amount: amount === undefined ? undefined : toCents(amount),
      isShipping: shippingOnly,
      isRestocked: restock,
      note,
    };
    return refund(order, input, shop.nextId, clock());
  });
  change('edit', Edit, (shop, order, body) => {
    const add = variantsOf(shop, body.add);
    if ('refusal' in add) return add;
    const set = body.set.map(line => ({
      lineId: idOf('LineItem', line.lineItemId),
      quantity: line.quantity,
    }));
    return edit(order, { set, add: add.lines }, shop.nextId, clock());
  });
  change('cancel', Cancel, (shop, order, { reason, refund: isRefunded }) =>
    cancel(order, { reason, isRefunded }, shop.nextId, clock()),
  );

  function change<Body extends z.ZodType | null>(
    verb: string,
    schema: Body,
    become: (shop: Shop, order: OrderRecord, body: Body extends z.ZodType ? z.infer<Body> : null) => Outcome,
  ): void {
    app.post<OfOrder>(`/shops/:domain/orders/:id/${verb}`, async (request, reply) => {
      const shop = shops.find(request.params.domain);
      if (!shop) return noSuch(reply, 'shop');
      const order = shop.sales.orders.get(idOf('Order', request.params.id));
      if (!order) return noSuch(reply, 'order');
      const body = schema?.safeParse(request.body ?? {});
      if (body && !body.success) return invalid(reply, body.error);
      type Given = Parameters<typeof become>[2];
      const outcome = become(shop, order, (body?.data ?? null) as Given);
      if ('refusal' in outcome) return refused(reply, outcome.refusal);
      changeOrder(shop, order, outcome, notices, clock());
      return orderView(shop, outcome.order);
    });
  }
}

/** Keeps what became of an order, with the notices of it. */
export function changeOrder(
  shop: Shop,
  before: OrderRecord,
  change: OrderChange,
  notices: Notices,
  now: number,
): void {
  shop.putOrder(change.order, change.stock, notices.of(shop, orderChanged(shop, before, change), now));
}

/** 422: understood, and not possible. */
function refused(reply: FastifyReply, error: string): FastifyReply {
  return reply.code(422).send({ error });
}
