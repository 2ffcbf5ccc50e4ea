import { type AmbassadorRef, ambassadorRef } from '@cairn/contracts/ambassador-ref';
import type { EventOf } from '@cairn/contracts/envelope';
import { actionCompleted } from '@cairn/contracts/events/activity/action-completed';
import { campaignCompleted } from '@cairn/contracts/events/activity/campaign-completed';
import { campaignJoined } from '@cairn/contracts/events/activity/campaign-joined';
import { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import { referralSale } from '@cairn/contracts/events/activity/referral-sale';
import type { IngestEvent } from '@cairn/contracts/http/ingest-event';
import { emailHash } from '@cairn/service-kit/email-hash';
import { newId } from '@cairn/service-kit/events/derive';

export type ActivityEvent = EventOf<
  | typeof actionCompleted
  | typeof campaignJoined
  | typeof campaignCompleted
  | typeof referralSale
  | typeof referralRefund
>;

/** Who an event is for, when it was accepted, and the key of the HMAC over e-mail addresses. */
export interface Acceptance {
  brandId: string;
  /** RFC 3339. */
  acceptedAt: string;
  hashKey: string;
}

/** The event as it goes into the activity topic; `correlationid` is the client's own id (design.md §2). */
export function activityEvent(
  event: IngestEvent,
  { brandId, acceptedAt, hashKey }: Acceptance,
): ActivityEvent {
  return {
    specversion: '1.0',
    id: newId(),
    source: 'cairn/ingestion',
    subject: subjectOf(event),
    time: new Date(event.occurredAt).toISOString(),
    datacontenttype: 'application/json',
    brandid: brandId,
    acceptedat: acceptedAt,
    correlationid: event.id,
    ...activityOf(event, hashKey),
  };
}

function subjectOf(event: IngestEvent): string {
  if ('orderId' in event.data) return event.data.orderId;
  return 'actionId' in event.data ? event.data.actionId : event.data.campaignId;
}

type Activity = ActivityEvent extends infer Event
  ? Event extends ActivityEvent
    ? Pick<Event, 'type' | 'data'>
    : never
  : never;

function activityOf(event: IngestEvent, hashKey: string): Activity {
  switch (event.type) {
    case 'action.completed':
      return { type: actionCompleted.type, data: { ambassador: refOf(event.ambassador), ...event.data } };
    case 'campaign.joined':
      return { type: campaignJoined.type, data: { ambassador: refOf(event.ambassador), ...event.data } };
    case 'campaign.completed':
      return { type: campaignCompleted.type, data: { ambassador: refOf(event.ambassador), ...event.data } };
    case 'referral.sale': {
      // The buyer's address ends here: only its keyed hash goes on (design.md §2).
      const { customerEmail, ...sale } = event.data;
      const buyer =
        customerEmail === undefined ? {} : { customerEmailHash: emailHash(customerEmail, hashKey) };
      return { type: referralSale.type, data: { ambassador: refOf(event.ambassador), ...sale, ...buyer } };
    }
    case 'referral.refund':
      return { type: referralRefund.type, data: event.data };
  }
}

/** E-mail and code are compared case-folded (domain.md 1.3). */
function refOf(given: Partial<Record<AmbassadorRef['by'], string>>): AmbassadorRef {
  const [by, value] = Object.entries(given).find(([, text]) => text !== undefined)!;
  return ambassadorRef.parse({ by, value: by === 'email' || by === 'code' ? value.toLowerCase() : value });
}
