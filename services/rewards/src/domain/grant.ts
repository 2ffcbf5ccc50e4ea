import type { EventOf } from '@cairn/contracts/envelope';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { DiscountCodeReward, GrantStatus, Reward } from '@cairn/contracts/reward';

/** What a pending grant waits for before anything can be made. */
export type WaitingFor = 'shop' | 'ambassador';

/** One reward of one unlock (domain.md 4.2). Instants are RFC 3339. */
export interface Grant {
  grantId: string;
  brandId: string;
  unlockId: string;
  /** The reward's place in its tier, from 0. */
  ordinal: number;
  ambassadorId: string;
  seriesId: string;
  tierId: string;
  tierName: string;
  cycle: number;
  /** Frozen as published. */
  reward: DiscountCodeReward;
  status: GrantStatus;
  heldBecause: 'quiet' | 'deficit' | null;
  code: string | null;
  /** Shopify's id of the discount. */
  discountGid: string | null;
  expiresAt: string | null;
  problem: string | null;
  waitingFor: WaitingFor | null;
  /** Contiguous from 1. */
  version: number;
  unlockedAt: string;
  causationId: string;
  correlationId: string;
  acceptedAt: string;
  createdAt: string;
}

/**
 * The grants of an unlock, one a reward in the tier's order; a quiet unlock's are held (domain.md 1.6, 4.2).
 * @throws RangeError for a reward that this version does not make: its unlock waits in the dead letters.
 */
export function grantsOf(event: EventOf<typeof tierUnlocked>, now: Date): Grant[] {
  const unlock = event.data;
  return unlock.grants.map(({ grantId, reward }, ordinal) => ({
    grantId,
    brandId: event.brandid,
    unlockId: unlock.unlockId,
    ordinal,
    ambassadorId: unlock.ambassadorId,
    seriesId: unlock.series.id,
    tierId: unlock.tier.id,
    tierName: unlock.tier.name,
    cycle: unlock.cycle,
    reward: makeable(reward),
    status: unlock.quiet ? 'held' : 'pending',
    heldBecause: unlock.quiet ? 'quiet' : null,
    code: null,
    discountGid: null,
    expiresAt: null,
    problem: null,
    waitingFor: null,
    version: 1,
    unlockedAt: unlock.unlockedAt,
    causationId: event.id,
    correlationId: event.correlationid,
    acceptedAt: event.acceptedat,
    createdAt: now.toISOString(),
  }));
}

function makeable(reward: Reward): DiscountCodeReward {
  if (reward.type === 'discount_code' && reward.source === 'shopify') return reward;
  throw new RangeError(`a reward of type ${reward.type} cannot be made by this version`);
}
