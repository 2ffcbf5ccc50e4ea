import { createHash } from 'node:crypto';
import { refKey } from '@cairn/contracts/ambassador-ref';
import type { EventOf } from '@cairn/contracts/envelope';
import type { actionCompleted } from '@cairn/contracts/events/activity/action-completed';
import type { campaignCompleted } from '@cairn/contracts/events/activity/campaign-completed';
import type { campaignJoined } from '@cairn/contracts/events/activity/campaign-joined';
import type { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import type { referralSale } from '@cairn/contracts/events/activity/referral-sale';
import type { CampaignStep } from '../domain/judge-campaign.js';
import { comparedProof } from '../domain/proof-url.js';

export type ActivityEvent = EventOf<
  | typeof actionCompleted
  | typeof campaignJoined
  | typeof campaignCompleted
  | typeof referralSale
  | typeof referralRefund
>;

interface Common {
  brandId: string;
  eventId: string;
  envelopeId: string;
  /** Milliseconds since the epoch. */
  occurredAt: number;
  acceptedAt: number;
}

interface OfAmbassador extends Common {
  ref: string;
  /** It was parked until its ambassador came (2.19). */
  waited: boolean;
  /** The event as it came, kept while it is parked. */
  event: ActivityEvent;
}

export interface SaleActivity extends OfAmbassador {
  kind: 'sale';
  orderId: string;
  currency: string;
  /** Minor units. */
  netAmount: number;
  /** Hash of the buyer's address (2.11); null where it is not known. */
  buyer: string | null;
}

export interface RefundActivity extends Common {
  kind: 'refund';
  orderId: string;
  /** Minor units; below 0 where an edited order was raised again (2.6). */
  netAmount: number;
}

export interface ActionActivity extends OfAmbassador {
  kind: 'action';
  /** Lower case; any text. */
  actionId: string;
  /** SHA-256 in hex of the proof's address as it is compared (2.4); null where none was given. */
  proof: string | null;
  /** As it came. */
  proofUrl: string | null;
  text: string | null;
  paidPartnership: boolean;
}

export interface CampaignActivity extends OfAmbassador {
  kind: 'campaign';
  step: CampaignStep;
  /** Lower case; any text. */
  campaignId: string;
}

/** An activity without what only a judgement to come needs: how it named its ambassador. */
type Judged<Of extends OfAmbassador> = Of extends OfAmbassador
  ? Omit<Of, keyof OfAmbassador> & Common
  : never;

export type JudgedSale = Judged<SaleActivity>;
export type JudgedActivity = Judged<AmbassadorActivity>;

/** What names an ambassador, and waits for one who is not known yet. */
export type AmbassadorActivity = SaleActivity | ActionActivity | CampaignActivity;

export type Activity = AmbassadorActivity | RefundActivity;

/** An event of the activity topic as the judgement reads it. @param waited whether it was parked. */
export function activityOf(event: ActivityEvent, waited = false): Activity {
  const common = {
    brandId: event.brandid,
    eventId: event.correlationid,
    envelopeId: event.id,
    occurredAt: Date.parse(event.time),
    acceptedAt: Date.parse(event.acceptedat),
  };
  if (event.type === 'com.cairn.activity.referral.refund.v1') {
    const { orderId, netAmount, restores = false } = event.data;
    return { ...common, kind: 'refund', orderId, netAmount: restores ? -netAmount : netAmount };
  }
  const named = { ...common, ref: refKey(event.data.ambassador), waited, event };
  switch (event.type) {
    case 'com.cairn.activity.action.completed.v1': {
      const { actionId, proofUrl = null, text = null, paidPartnership = false } = event.data;
      const content = { proof: proofOf(proofUrl), proofUrl, text, paidPartnership };
      return { ...named, kind: 'action', actionId: actionId.toLowerCase(), ...content };
    }
    case 'com.cairn.activity.campaign.joined.v1':
      return { ...named, kind: 'campaign', step: 'join', campaignId: event.data.campaignId.toLowerCase() };
    case 'com.cairn.activity.campaign.completed.v1':
      return {
        ...named,
        kind: 'campaign',
        step: 'completion',
        campaignId: event.data.campaignId.toLowerCase(),
      };
    case 'com.cairn.activity.referral.sale.v1': {
      const { orderId, currency, netAmount, customerEmailHash: buyer = null } = event.data;
      return { ...named, kind: 'sale', orderId, currency, netAmount, buyer };
    }
  }
}

/** A proof's address as it is held: SHA-256 in hex of its compared form (2.4). */
export function proofOf(url: string | null): string | null {
  return url === null ? null : createHash('sha256').update(comparedProof(url)).digest('hex');
}
