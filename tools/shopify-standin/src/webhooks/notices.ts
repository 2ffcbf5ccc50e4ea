import { randomUUID } from 'node:crypto';
import type { Shop } from '../shop/shop.js';
import type { DeliveryRecord } from '../shop/webhook-records.js';
import { Chaos, disturbed } from './chaos.js';
import type { Happening } from './topics.js';

/** Makes deliveries of what happens, for the subscriptions that a shop then has. */
export class Notices {
  #chaos = Chaos.parse({});

  get chaos(): Chaos {
    return this.#chaos;
  }

  set chaos(chaos: Chaos) {
    this.#chaos = chaos;
  }

  /** To be committed with the change that they tell of. */
  of(shop: Shop, happenings: readonly Happening[], now: number): DeliveryRecord[] {
    const eventId = randomUUID();
    const deliveries: DeliveryRecord[] = [];
    for (const { topic, body } of happenings) {
      for (const { id: webhookId, uri, includeFields } of this.#subscribed(shop, topic)) {
        const delivery: DeliveryRecord = {
          id: shop.deliveries.nextId + deliveries.length,
          webhookId,
          noticeId: randomUUID(),
          eventId,
          topic,
          uri,
          body: JSON.stringify(reduced(body, includeFields)),
          triggeredAt: now,
          state: 'waiting',
          attempts: 0,
          nextAt: now,
          outcome: null,
          attemptedAt: null,
          isCopy: false,
        };
        const sent = disturbed(delivery, shop.record.domain, this.#chaos);
        deliveries.push(...sent.map((one, index) => ({ ...one, id: delivery.id + index })));
      }
    }
    return deliveries;
  }

  #subscribed(shop: Shop, topic: string) {
    return [...shop.webhooks.values()].filter(webhook => webhook.topic === topic);
  }
}

/** `includeFields` names fields of the body; those of an order's parts are left whole. */
function reduced(body: Happening['body'], fields: readonly string[]): object {
  if (fields.length === 0) return body;
  const kept = new Set(fields.map(field => field.split('.')[0]));
  return Object.fromEntries(Object.entries(body).filter(([name]) => kept.has(name)));
}
