import type {
  NotAwardedReason,
  ParkedReason,
  ReceiptStatus,
  ReviewReason,
} from '@cairn/contracts/events/points/receipt-changed';
import { within } from '../domain/catalog.js';
import { judgedAs } from '../domain/happening.js';
import type { AmbassadorActivity, JudgedActivity } from './activity.js';
import { type AwardState, keyOf, type RefundState, type WorkingSet } from './working-set.js';

type ReceiptActivity =
  | 'action.completed'
  | 'campaign.joined'
  | 'campaign.completed'
  | 'referral.sale'
  | 'referral.refund';

/** The action or campaign that an event named, where it is known. */
interface ReceiptSubject {
  kind: 'action' | 'campaign';
  id: string;
  name: string;
}

/** What became of one event (domain.md 2.18). Points; minor units; instants in milliseconds. */
export interface ReceiptState {
  brandId: string;
  eventId: string;
  envelopeId: string;
  activity: ReceiptActivity;
  ambassadorId: string | null;
  status: ReceiptStatus;
  reason: NotAwardedReason | ParkedReason | null;
  review: ReviewReason | null;
  points: number | null;
  entryId: string | null;
  subject: ReceiptSubject | null;
  /** That it was judged in; null where the ambassador was in none. */
  programId: string | null;
  order: { id: string; netAmount: number; currency: string } | null;
  occurredAt: number;
  acceptedAt: number;
  availableAt: number | null;
  /** The event whose place it took; null where it took none (2.3). */
  replaces: string | null;
}

export type Outcome = Pick<ReceiptState, 'status'> &
  Partial<Pick<ReceiptState, 'reason' | 'review' | 'points' | 'entryId' | 'availableAt' | 'ambassadorId'>>;

type Event = Pick<ReceiptState, 'brandId' | 'eventId' | 'envelopeId' | 'occurredAt' | 'acceptedAt'>;
type About = Pick<ReceiptState, 'activity' | 'subject' | 'programId' | 'order'>;

/** An event that was refused because no series was live, and what it is found by. */
export interface RefusedEvent {
  activity: AmbassadorActivity;
  ambassadorId: string;
  programId: string | null;
}

/** The receipts of one judgement; where an event's changed twice, the last stands. */
export class ReceiptBook {
  private readonly receipts = new Map<string, ReceiptState>();
  private readonly replayable = new Map<string, RefusedEvent>();

  constructor(private readonly set: Pick<WorkingSet, 'catalogs' | 'accounts'>) {}

  all(): ReceiptState[] {
    return [...this.receipts.values()];
  }

  find({ brandId, eventId }: Pick<ReceiptState, 'brandId' | 'eventId'>): ReceiptState | undefined {
    return this.receipts.get(keyOf(brandId, eventId));
  }

  /** What an admin may replay later (2.7): refused because no series was live. */
  refusedForSeries(): RefusedEvent[] {
    return [...this.replayable.values()];
  }

  of(activity: AmbassadorActivity | JudgedActivity, outcome: Outcome): void {
    const { ambassadorId, reason } = outcome;
    const programId = this.programOf(activity, ambassadorId ?? null);
    this.write(activity, { ...this.aboutOf(activity), programId }, outcome);
    const key = keyOf(activity.brandId, activity.eventId);
    if (reason === 'no_live_series' && ambassadorId && 'event' in activity)
      this.replayable.set(key, { activity, ambassadorId, programId });
    else this.replayable.delete(key);
  }

  /** An event has taken the place of one that waited for its disclosure (2.3). */
  replaces({ brandId, eventId }: Pick<ReceiptState, 'brandId' | 'eventId'>, replaced: string): void {
    const receipt = this.receipts.get(keyOf(brandId, eventId));
    if (receipt !== undefined) receipt.replaces = replaced;
  }

  ofAward(award: AwardState, outcome: Outcome): void {
    const about = this.aboutOrder('referral.sale', award);
    this.write(
      award,
      { ...about, programId: award.programId },
      { ...outcome, ambassadorId: award.ambassadorId },
    );
  }

  /** @param award null where the refund met none. */
  ofRefund(refund: RefundState, award: AwardState | null, outcome: Outcome): void {
    const about = this.aboutOrder('referral.refund', refund);
    this.write(
      refund,
      { ...about, programId: award?.programId ?? null },
      { ...outcome, ambassadorId: award?.ambassadorId ?? null },
    );
  }

  private programOf(
    activity: AmbassadorActivity | JudgedActivity,
    ambassadorId: string | null,
  ): string | null {
    const memberships = this.set.accounts.get(ambassadorId ?? '')?.memberships ?? [];
    const at = judgedAs(activity.occurredAt, 'waited' in activity && activity.waited, memberships);
    return memberships.find(candidate => within(candidate, at))?.programId ?? null;
  }

  private aboutOf(activity: JudgedActivity): Omit<About, 'programId'> {
    const catalog = this.set.catalogs.get(activity.brandId)!;
    if (activity.kind === 'sale') {
      const { orderId, netAmount, currency } = activity;
      return { activity: 'referral.sale', subject: null, order: { id: orderId, netAmount, currency } };
    }
    if (activity.kind === 'action') {
      const action = catalog.actions.get(activity.actionId);
      const subject =
        action === undefined ? null : ({ kind: 'action', id: action.actionId, name: action.name } as const);
      return { activity: 'action.completed', subject, order: null };
    }
    const campaign = catalog.campaigns.get(activity.campaignId);
    const subject =
      campaign === undefined
        ? null
        : ({ kind: 'campaign', id: campaign.campaignId, name: campaign.name } as const);
    const name = activity.step === 'join' ? 'campaign.joined' : 'campaign.completed';
    return { activity: name, subject, order: null };
  }

  /** The currency of every award is its brand's (2.6). */
  private aboutOrder(
    activity: ReceiptActivity,
    of: { brandId: string; orderId: string; netAmount: number },
  ): Omit<About, 'programId'> {
    const { currency } = this.set.catalogs.get(of.brandId)!.brand;
    return {
      activity,
      subject: null,
      order: { id: of.orderId, netAmount: Math.abs(of.netAmount), currency },
    };
  }

  private write(
    { brandId, eventId, envelopeId, occurredAt, acceptedAt }: Event,
    about: About,
    outcome: Outcome,
  ): void {
    this.receipts.set(keyOf(brandId, eventId), {
      brandId,
      eventId,
      envelopeId,
      ...about,
      occurredAt,
      acceptedAt,
      ambassadorId: outcome.ambassadorId ?? null,
      status: outcome.status,
      reason: outcome.reason ?? null,
      review: outcome.review ?? null,
      points: outcome.points ?? null,
      entryId: outcome.entryId ?? null,
      availableAt: outcome.availableAt ?? null,
      replaces: null,
    });
  }
}
