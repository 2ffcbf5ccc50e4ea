import { registry } from '@cairn/service-kit/telemetry/metrics';
import { Counter, Gauge } from 'prom-client';
import type { ActivityEvent } from './activity-event.js';

const acceptedTotal = new Counter({
  name: 'cairn_events_accepted_total',
  help: 'Events taken in, once for each time they were sent',
  labelNames: ['brand', 'family'],
  registers: [registry],
});

/** `com.cairn.activity.referral.sale.v1` is of the family `referral`. */
function familyOf({ type }: ActivityEvent): string {
  return type.split('.').at(-3) ?? type;
}

export function countAccepted(events: readonly { event: ActivityEvent }[]): void {
  for (const { event } of events) acceptedTotal.inc({ brand: event.brandid, family: familyOf(event) });
}

/**
 * What became of a request for a referral link. `repeated`: the same visitor had just clicked; `abandoned`: nobody waited
 * for the answer; `shed`: too many waited for the database; `unknown`: it leads nowhere; `unavailable`: nobody could say.
 */
export type ClickOutcome =
  | 'counted'
  | 'repeated'
  | 'abandoned'
  | 'shed'
  | 'bot'
  | 'prefetch'
  | 'embedded'
  | 'unknown'
  | 'unavailable';

const clicksTotal = new Counter({
  name: 'cairn_clicks_total',
  help: 'Requests for referral links by what became of them',
  labelNames: ['brand', 'outcome'],
  registers: [registry],
});

/** @param brandId null where the link names none. */
export function countVisit(brandId: string | null, outcome: ClickOutcome): void {
  clicksTotal.inc({ brand: brandId ?? '', outcome });
}

/** Tells how many clicks wait for the database when it is asked. */
export function clicksWaiting(count: () => number): void {
  const name = 'cairn_clicks_waiting';
  // A second application in the process, as tests have it, takes the name over.
  registry.removeSingleMetric(name);
  new Gauge({
    name,
    help: 'Clicks that wait to be stored',
    registers: [registry],
    collect() {
      this.set(count());
    },
  });
}

/** What became of a shop's webhook; `repeated`: it was taken before; `ignored`: of a topic that nobody asked for. */
export type WebhookOutcome = 'order' | 'uninstalled' | 'unreadable' | 'repeated' | 'ignored';

const webhooksTotal = new Counter({
  name: 'cairn_shop_webhooks_total',
  help: 'Signed webhooks of shops by what became of them',
  labelNames: ['brand', 'topic', 'outcome'],
  registers: [registry],
});

const countedTopics = new Set(['orders/paid', 'orders/updated', 'refunds/create', 'app/uninstalled']);

export function countWebhook(brandId: string, topic: string, outcome: WebhookOutcome): void {
  webhooksTotal.inc({ brand: brandId, topic: countedTopics.has(topic) ? topic : 'other', outcome });
}
