import { registry } from '@cairn/service-kit/telemetry/metrics';
import { Counter } from 'prom-client';
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
