import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { toGid } from '../admin/gid.js';
import { type Clock, shopifyInstant } from '../clock.js';
import type { Shops } from '../shop/shops.js';
import type { DeliveryRecord } from '../shop/webhook-records.js';
import { Chaos } from '../webhooks/chaos.js';
import type { Notices } from '../webhooks/notices.js';
import { invalid, noSuch, Page, pageOf } from './listing.js';

const Deliveries = Page.extend({
  state: z.enum(['waiting', 'delivered', 'failed', 'lost']).optional(),
  topic: z.string().optional(),
});
/** `again`: as a notice of its own, with a new webhook id; otherwise as the same one. */
const Resend = z.strictObject({ again: z.boolean().default(false) });

interface InShop {
  Params: { domain: string };
}
interface OfDelivery {
  Params: { domain: string; id: string };
}

/** What was sent to the app and what became of it, sending it again, and how badly it is to go. */
export function webhookRoutes(
  app: FastifyInstance,
  { shops, clock, notices }: { shops: Shops; clock: Clock; notices: Notices },
): void {
  app.get('/webhooks', async () => notices.chaos);
  app.delete('/webhooks', async (_request, reply) => {
    notices.chaos = Chaos.parse({});
    return reply.code(204).send();
  });
  app.post('/webhooks', async (request, reply) => {
    const body = Chaos.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    notices.chaos = body.data;
    return notices.chaos;
  });

  app.get<InShop>('/shops/:domain/webhooks', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const items = [...shop.webhooks.values()].map(({ id, topic, uri, createdAt }) => ({
      id: toGid('WebhookSubscription', id),
      topic,
      uri,
      createdAt: shopifyInstant(createdAt),
    }));
    return { items };
  });

  app.get<InShop>('/shops/:domain/deliveries', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const page = Deliveries.safeParse(request.query);
    if (!page.success) return invalid(reply, page.error);
    const { state, topic } = page.data;
    const fits = (delivery: DeliveryRecord) =>
      (state === undefined || delivery.state === state) && (topic === undefined || delivery.topic === topic);
    const fitting = [...shop.deliveries.all].filter(([, delivery]) => fits(delivery));
    return pageOf(new Map(fitting), page.data, deliveryView);
  });

  app.post<OfDelivery>('/shops/:domain/deliveries/:id/resend', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const delivery = shop.deliveries.all.get(Number(request.params.id));
    if (!delivery) return noSuch(reply, 'delivery');
    if (delivery.body === '')
      return reply.code(410).send({ error: 'The body of that delivery is not kept any more' });
    const body = Resend.safeParse(request.body ?? {});
    if (!body.success) return invalid(reply, body.error);
    const copy: DeliveryRecord = {
      ...delivery,
      id: shop.deliveries.nextId,
      noticeId: body.data.again ? randomUUID() : delivery.noticeId,
      state: 'waiting',
      attempts: 0,
      nextAt: clock(),
      outcome: null,
      attemptedAt: null,
      isCopy: true,
    };
    shop.addDeliveries([copy]);
    return reply.code(202).send(deliveryView(copy));
  });
}

export function deliveryView(delivery: DeliveryRecord) {
  const { id, webhookId, noticeId, eventId, topic, uri, triggeredAt, state, attempts } = delivery;
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    id,
    subscriptionId: toGid('WebhookSubscription', webhookId),
    webhookId: noticeId,
    eventId,
    topic,
    uri,
    state,
    attempts,
    outcome: delivery.outcome,
    isCopy: delivery.isCopy,
    triggeredAt: instant(triggeredAt),
    attemptedAt: instant(delivery.attemptedAt),
    nextAt: instant(delivery.nextAt),
  };
}
