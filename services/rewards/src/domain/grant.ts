import type { EventOf } from '@cairn/contracts/envelope';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { GrantStatus, Reward } from '@cairn/contracts/reward';
import { beginningOf } from './beginning.js';
import type { Claim } from './claim.js';

/** What a pending grant waits for before anything can be made. */
export type WaitingFor = 'shop' | 'ambassador';

/** One reward of one unlock (domain.md 4.2). Instants are RFC 3339. */
export interface Grant {
  grantId: string;
  brandId: string;
  unlockId: string;
  /** The reward's place in its tier, from 0; null for one recalled whose unlock is still to be read again (ADR 26). */
  ordinal: number | null;
  ambassadorId: string;
  seriesId: string;
  /** As it was called at the unlock. */
  seriesName: string;
  tierId: string;
  tierName: string;
  cycle: number;
  /** Frozen as published; an admin may have given another instead. */
  reward: Reward;
  /** How often that happened. */
  replacements: number;
  status: GrantStatus;
  heldBecause: 'quiet' | 'deficit' | null;
  code: string | null;
  /** Shopify's id of the discount. */
  discountGid: string | null;
  expiresAt: string | null;
  /** The shop's name of the order, such as #1042, and Shopify's id of it. */
  orderName: string | null;
  orderGid: string | null;
  fulfilledAt: string | null;
  note: string | null;
  tracking: string | null;
  claim: Claim | null;
  problem: string | null;
  waitingFor: WaitingFor | null;
  /** Progress is under its tier again (3.6), and the revision that last said so, or no longer; 0: none did. */
  inDeficit: boolean;
  progressRevision: number;
  /** Contiguous from 1. */
  version: number;
  /** Without an `ordinal`: when what led to the unlock was accepted. */
  unlockedAt: string;
  causationId: string;
  correlationId: string;
  acceptedAt: string;
  createdAt: string;
}

/** The grants of an unlock, one a reward in the tier's order; a quiet unlock's are held (domain.md 1.6, 4.2). */
export function grantsOf(event: EventOf<typeof tierUnlocked>, now: Date): Grant[] {
  const unlock = event.data;
  return unlock.grants.map(({ grantId, reward }, ordinal) => ({
    grantId,
    brandId: event.brandid,
    unlockId: unlock.unlockId,
    ordinal,
    ambassadorId: unlock.ambassadorId,
    seriesId: unlock.series.id,
    seriesName: unlock.series.name,
    tierId: unlock.tier.id,
    tierName: unlock.tier.name,
    cycle: unlock.cycle,
    reward,
    replacements: 0,
    ...(unlock.quiet
      ? { status: 'held', heldBecause: 'quiet', problem: null }
      : { ...beginningOf(reward, null), heldBecause: null }),
    code: null,
    discountGid: null,
    expiresAt: null,
    orderName: null,
    orderGid: null,
    fulfilledAt: null,
    note: null,
    tracking: null,
    claim: null,
    waitingFor: null,
    inDeficit: false,
    progressRevision: 0,
    version: 1,
    unlockedAt: unlock.unlockedAt,
    causationId: event.id,
    correlationId: event.correlationid,
    acceptedAt: event.acceptedat,
    createdAt: now.toISOString(),
  }));
}
