import { createHash } from 'node:crypto';
import type { TrustLevel } from '@cairn/contracts/earning';
import type { Actor } from '@cairn/contracts/events/audit-recorded';
import type { RejectionReason, SubmissionKind, SubmissionStatus } from '@cairn/contracts/submission';
import { derivedId } from '@cairn/service-kit/events/derive';
import type { EarnedAction } from '../domain/judge-action.js';
import type { Place } from './action-holdings.js';
import type { ActionActivity, JudgedActivity, JudgedSale, SaleActivity } from './activity.js';

/** What one event gives once a person has approved of it (domain.md 2.2, 2.3, 2.11). Instants are milliseconds. */
export interface SubmissionState {
  id: string;
  brandId: string;
  ambassadorId: string;
  kind: SubmissionKind;
  eventId: string;
  envelopeId: string;
  occurredAt: number;
  acceptedAt: number;
  /** Frozen when it was submitted. */
  programId: string;
  seriesId: string;
  points: number;
  quiet: boolean;
  rule: unknown;
  /** Of an action: the instant of its place in limits, and what was handed in. `proof` is SHA-256 in hex. */
  actionId: string | null;
  heldAt: number | null;
  proof: string | null;
  proofUrl: string | null;
  text: string | null;
  paidPartnership: boolean;
  /** Of a self-referral; minor units. */
  orderId: string | null;
  netAmount: number | null;
  currency: string | null;
  /** When its hold ends; null where the program holds nothing. */
  availableAt: number | null;
  status: SubmissionStatus;
  sampled: boolean;
  attempt: number;
  /** Earning rows posted so far; the one that stands. */
  posted: number;
  entryId: string | null;
  reason: RejectionReason | null;
  rejectionText: string | null;
  reviewedBy: Actor | null;
  reviewedAt: number | null;
  waitingSince: number | null;
  replacedBy: string | null;
  trustBefore: TrustLevel | null;
  /** 0: not stored yet. */
  revision: number;
}

/** One event has one submission. */
export function submissionId(of: { brandId: string; eventId: string }): string {
  return derivedId('submission', of.brandId, of.eventId);
}

const fresh = {
  proof: null,
  proofUrl: null,
  text: null,
  paidPartnership: false,
  actionId: null,
  heldAt: null,
  orderId: null,
  netAmount: null,
  currency: null,
  availableAt: null,
  sampled: false,
  attempt: 1,
  posted: 0,
  entryId: null,
  reason: null,
  rejectionText: null,
  reviewedBy: null,
  reviewedAt: null,
  waitingSince: null,
  replacedBy: null,
  trustBefore: null,
  revision: 0,
};

/** @param heldAt the instant by which it counts in limits. */
export function actionSubmission(
  activity: ActionActivity,
  ambassadorId: string,
  earned: Omit<EarnedAction, 'rule'> & { rule: unknown },
  heldAt: number,
  of: Pick<SubmissionState, 'status'> & Partial<Pick<SubmissionState, 'sampled' | 'posted' | 'entryId'>>,
): SubmissionState {
  const { brandId, eventId, envelopeId, occurredAt, acceptedAt } = activity;
  const { actionId, proof, proofUrl, text, paidPartnership } = activity;
  const { points, programId, seriesId, quiet, rule } = earned;
  return {
    ...fresh,
    ...{ id: submissionId(activity), kind: 'action', brandId, ambassadorId },
    ...{ eventId, envelopeId, occurredAt, acceptedAt, points, programId, seriesId, quiet, rule },
    ...{ actionId, heldAt, proof, proofUrl, text, paidPartnership },
    waitingSince: of.status === 'in_review' ? acceptedAt : null,
    ...of,
  };
}

/** What a sale gives that waits for review. @param posted rows of it that a restored ledger has read back. */
export function saleSubmission(
  sale: SaleActivity,
  ambassadorId: string,
  verdict: Pick<SubmissionState, 'points' | 'programId' | 'seriesId' | 'quiet' | 'rule' | 'availableAt'>,
  posted: number,
): SubmissionState {
  const { brandId, eventId, envelopeId, occurredAt, acceptedAt, orderId, netAmount, currency } = sale;
  const { points, programId, seriesId, quiet, rule, availableAt } = verdict;
  return {
    ...fresh,
    ...{ id: submissionId(sale), kind: 'self_referral', brandId, ambassadorId },
    ...{ eventId, envelopeId, occurredAt, acceptedAt, orderId, netAmount, currency },
    ...{ points, programId, seriesId, quiet, rule, availableAt, posted },
    status: 'in_review',
    waitingSince: acceptedAt,
  };
}

/** The id of the next earning row: the first one is what it would be without a review (2.16). */
export function nextEntryId({ envelopeId, posted }: Pick<SubmissionState, 'envelopeId' | 'posted'>): string {
  return posted === 0 ? derivedId('entry', envelopeId) : derivedId('entry', envelopeId, 'approval', posted);
}

/** The id of the row that takes the standing one back. */
export function reversalId({ envelopeId, posted }: SubmissionState): string {
  return derivedId('entry', envelopeId, 'undo', posted);
}

/** What it holds of its action's limit (2.12). */
export function placeOf({ brandId, ambassadorId, actionId, eventId, heldAt }: SubmissionState): Place {
  return { brandId, ambassadorId, actionId: actionId!, eventId, at: heldAt! };
}

/** The event as its receipt tells of it. */
export function activityOfSubmission(of: SubmissionState): JudgedActivity {
  const { brandId, eventId, envelopeId, occurredAt, acceptedAt } = of;
  const common = { brandId, eventId, envelopeId, occurredAt, acceptedAt };
  if (of.kind === 'self_referral') return { ...common, ...saleOf(of) };
  const { actionId, proof, proofUrl, text, paidPartnership } = of;
  return { ...common, kind: 'action', actionId: actionId!, proof, proofUrl, text, paidPartnership };
}

/** The sale of a self-referral. */
export function saleOf(of: SubmissionState): JudgedSale {
  const { brandId, eventId, envelopeId, occurredAt, acceptedAt } = of;
  const { orderId, netAmount, currency } = of;
  return {
    ...{ brandId, eventId, envelopeId, occurredAt, acceptedAt },
    ...{ kind: 'sale', orderId: orderId!, netAmount: netAmount!, currency: currency!, buyer: null },
  };
}

/** A number from 0 up to 1 that an event keeps for ever: what its place in the brand's sample goes by (2.2). */
export function shareOf(of: { brandId: string; eventId: string }): number {
  const hash = createHash('sha256').update(`${of.brandId}\t${of.eventId}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}
