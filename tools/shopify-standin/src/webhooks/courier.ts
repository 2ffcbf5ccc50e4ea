import { createHmac } from 'node:crypto';
import { API_VERSION } from '../admin/schema.js';
import type { Clock } from '../clock.js';
import type { Shop } from '../shop/shop.js';
import type { DeliveryRecord } from '../shop/webhook-records.js';
import type { Notices } from './notices.js';
import { pauseAfter } from './retries.js';
import { topicOf } from './topics.js';

/** Milliseconds that an app has to answer, as at Shopify. */
const ANSWER_WITHIN = 5000;
/** Requests under way at once, a shop. */
const AT_ONCE = 20;
/** The longest that a timer of Node's can be. */
const LONGEST_TIMER = 2 ** 31 - 1;

export interface CourierOptions {
  clock: Clock;
  notices: Notices;
  /** signs the bodies */
  secret: string;
  warn: (what: object, message: string) => void;
}

/** Takes deliveries to their addresses, and tries those again that fail; what waits is in the journals. */
export class Courier {
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #ready = new Map<Shop, number[]>();
  readonly #underWay = new Map<Shop, number>();
  readonly #stopping = new AbortController();

  constructor(private readonly options: CourierOptions) {}

  /** What an earlier process left waiting. */
  resume(shop: Shop): void {
    for (const delivery of shop.deliveries.all.values()) this.take(shop, delivery);
  }

  take(shop: Shop, { id, state, nextAt }: DeliveryRecord): void {
    if (state !== 'waiting' || nextAt === null) return;
    const wait = nextAt - this.options.clock();
    if (wait <= 0) {
      this.#enqueue(shop, id);
      return;
    }
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.#enqueue(shop, id);
      },
      Math.min(wait, LONGEST_TIMER),
    );
    this.#timers.add(timer);
  }

  /** Nothing is sent any more; an answer that is under way is not waited for. */
  stop(): void {
    this.#stopping.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#ready.clear();
  }

  #enqueue(shop: Shop, id: number): void {
    const queue = this.#ready.get(shop) ?? [];
    queue.push(id);
    this.#ready.set(shop, queue);
    // After the request that caused it has been answered, where it was caused by one.
    setImmediate(() => this.#drain(shop));
  }

  #drain(shop: Shop): void {
    const queue = this.#ready.get(shop) ?? [];
    while (!this.#stopping.signal.aborted && (this.#underWay.get(shop) ?? 0) < AT_ONCE) {
      const delivery = shop.deliveries.all.get(queue.shift() ?? 0);
      if (!delivery) return;
      if (delivery.state !== 'waiting') continue;
      this.#underWay.set(shop, (this.#underWay.get(shop) ?? 0) + 1);
      void this.#attempt(shop, delivery)
        .catch((error: unknown) => this.options.warn({ error: String(error) }, 'a webhook was not sent'))
        .then(() => {
          this.#underWay.set(shop, (this.#underWay.get(shop) ?? 1) - 1);
          this.#drain(shop);
        });
    }
  }

  async #attempt(shop: Shop, delivery: DeliveryRecord): Promise<void> {
    const outcome = await this.#send(shop, delivery);
    if (this.#stopping.signal.aborted) return;
    const { clock, notices, warn } = this.options;
    const attemptedAt = clock();
    const attempts = delivery.attempts + 1;
    const isDelivered = /^2\d\d$/.test(outcome);
    const pause = isDelivered ? null : pauseAfter(attempts, notices.chaos.pauses);
    const state = isDelivered ? 'delivered' : pause === null ? 'failed' : 'waiting';
    const nextAt = pause === null ? null : attemptedAt + pause;
    shop.putAttempt({ id: delivery.id, state, attempts, nextAt, outcome, attemptedAt });
    if (state === 'waiting') this.take(shop, { ...delivery, nextAt });
    if (state === 'failed') {
      warn(
        { shop: shop.record.domain, topic: delivery.topic, uri: delivery.uri, outcome },
        'webhook given up',
      );
      this.#removeDead(shop, delivery);
    }
  }

  /** An address that has taken nothing since this was triggered has failed eight times in a row: it is told no more. */
  #removeDead(shop: Shop, { webhookId, triggeredAt }: DeliveryRecord): void {
    if (shop.webhooks.has(webhookId) && shop.deliveries.lastSuccess(webhookId) < triggeredAt)
      shop.deleteWebhook(webhookId);
  }

  async #send(shop: Shop, delivery: DeliveryRecord): Promise<string> {
    const { noticeId, eventId, topic, uri, body, triggeredAt } = delivery;
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Shopify-Captain-Hook',
      'x-shopify-topic': topicOf(topic)?.header ?? topic,
      'x-shopify-hmac-sha256': createHmac('sha256', this.options.secret).update(body).digest('base64'),
      'x-shopify-shop-domain': shop.record.domain,
      'x-shopify-api-version': API_VERSION,
      'x-shopify-webhook-id': noticeId,
      'x-shopify-event-id': eventId,
      'x-shopify-triggered-at': new Date(triggeredAt).toISOString(),
    };
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(ANSWER_WITHIN)]);
    try {
      const answer = await fetch(uri, { method: 'POST', headers, body, redirect: 'manual', signal });
      await answer.body?.cancel();
      return String(answer.status);
    } catch (error) {
      const { message, cause } = error instanceof Error ? error : new Error(String(error));
      return cause instanceof Error && cause.message !== '' ? cause.message : message;
    }
  }
}
