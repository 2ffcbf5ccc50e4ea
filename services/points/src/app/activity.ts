import { refKey } from '@cairn/contracts/ambassador-ref';
import type { EventOf } from '@cairn/contracts/envelope';
import type { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import type { referralSale } from '@cairn/contracts/events/activity/referral-sale';

export type ActivityEvent = EventOf<typeof referralSale | typeof referralRefund>;

interface Common {
  brandId: string;
  eventId: string;
  envelopeId: string;
  /** Milliseconds since the epoch. */
  occurredAt: number;
  acceptedAt: number;
}

export interface SaleActivity extends Common {
  kind: 'sale';
  ref: string;
  orderId: string;
  currency: string;
  /** Minor units. */
  netAmount: number;
  /** The event as it came, kept while it is parked. */
  event: ActivityEvent;
}

export interface RefundActivity extends Common {
  kind: 'refund';
  orderId: string;
  netAmount: number;
}

export type Activity = SaleActivity | RefundActivity;

/** An event of the activity topic as the judgement reads it. */
export function activityOf(event: ActivityEvent): Activity {
  const common = {
    brandId: event.brandid,
    eventId: event.correlationid,
    envelopeId: event.id,
    occurredAt: Date.parse(event.time),
    acceptedAt: Date.parse(event.acceptedat),
  };
  if (event.type === 'com.cairn.activity.referral.refund.v1') {
    return { ...common, kind: 'refund', orderId: event.data.orderId, netAmount: event.data.netAmount };
  }
  const { ambassador, orderId, currency, netAmount } = event.data;
  return { ...common, kind: 'sale', ref: refKey(ambassador), orderId, currency, netAmount, event };
}
