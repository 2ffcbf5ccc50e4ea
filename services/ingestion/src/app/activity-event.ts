import { createHmac } from 'node:crypto';
import { type AmbassadorRef, ambassadorRef } from '@cairn/contracts/ambassador-ref';
import type { EventOf } from '@cairn/contracts/envelope';
import { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import { referralSale } from '@cairn/contracts/events/activity/referral-sale';
import type { IngestEvent } from '@cairn/contracts/http/ingest-event';
import { newId } from '@cairn/service-kit/events/derive';
import { normaliseEmail } from '../domain/normalise-email.js';

export type ActivityEvent = EventOf<typeof referralSale | typeof referralRefund>;

/** The event as it goes into the activity topic; `correlationid` is the client's own id (design.md §2). */
export function activityEvent(
  event: IngestEvent,
  brandId: string,
  acceptedAt: string,
  hashKey: string,
): ActivityEvent {
  const shared = {
    specversion: '1.0' as const,
    id: newId(),
    source: 'cairn/ingestion',
    subject: event.data.orderId,
    time: new Date(event.occurredAt).toISOString(),
    datacontenttype: 'application/json' as const,
    brandid: brandId,
    acceptedat: acceptedAt,
    correlationid: event.id,
  };
  const { orderId, netAmount } = event.data;
  if (event.type === 'referral.refund')
    return { ...shared, type: referralRefund.type, data: { orderId, netAmount } };
  const { currency, customerEmail } = event.data;
  const customerEmailHash =
    customerEmail === undefined ? {} : { customerEmailHash: emailHash(customerEmail, hashKey) };
  const ambassador = refOf(event.ambassador);
  return {
    ...shared,
    type: referralSale.type,
    data: { ambassador, orderId, currency, netAmount, ...customerEmailHash },
  };
}

/** The buyer's address ends here: only its keyed hash goes on (design.md §2). */
function emailHash(address: string, key: string): string {
  return createHmac('sha256', key).update(normaliseEmail(address)).digest('hex');
}

/** E-mail and code are compared case-folded (domain.md 1.3). */
function refOf(given: Partial<Record<AmbassadorRef['by'], string>>): AmbassadorRef {
  const [by, value] = Object.entries(given).find(([, text]) => text !== undefined)!;
  return ambassadorRef.parse({ by, value: by === 'email' || by === 'code' ? value.toLowerCase() : value });
}
