import type { GrantStatus } from '@cairn/contracts/reward';
import type { MessageStatus } from './message.js';

/** Milliseconds that an unlock mail waits for its rewards, at most (domain.md 5.1). */
const longestWait = 60_000;

/** A grant that an unlock is expected to have; `status` null while nothing was heard of it. */
export interface ExpectedGrant {
  grantId: string;
  status: GrantStatus | null;
}

/**
 * What a mail can say of a grant: `ready`, its code, its claim link, or what happens next; `gone`, nothing; `soon`, not
 * yet, but any moment now; `later`, not before somebody did something, so there is no use in waiting for it.
 */
export type Readiness = 'ready' | 'gone' | 'soon' | 'later';

const readiness: Record<GrantStatus, Readiness> = {
  issued: 'ready',
  ordered: 'ready',
  needs_fulfilment: 'ready',
  fulfilled: 'ready',
  claimable: 'ready',
  cancelled: 'gone',
  pending: 'soon',
  waiting_for_codes: 'later',
  held: 'later',
  needs_attention: 'later',
};

export function readinessOf(status: GrantStatus | null): Readiness {
  return status === null ? 'soon' : readiness[status];
}

export type UnlockMailDecision =
  | { kind: 'wait'; ms: number }
  /** `without`: the ids of grants that are not in it; one second mail brings them. */
  | { kind: 'send'; without: string[] };

/**
 * Whether an unlock mail goes now (domain.md 5.1).
 * @param waitedMs milliseconds since its creation, counting only while rewards.events was caught up.
 */
export function decideUnlockMail(expected: readonly ExpectedGrant[], waitedMs: number): UnlockMailDecision {
  const missing = expected.filter(grant => ['soon', 'later'].includes(readinessOf(grant.status)));
  const comesSoon = missing.some(grant => readinessOf(grant.status) === 'soon');
  if (comesSoon && waitedMs < longestWait) return { kind: 'wait', ms: longestWait - waitedMs };
  return { kind: 'send', without: missing.map(grant => grant.grantId) };
}

/**
 * Whether the one second mail goes: the first went without some, and now the last of all is ready (domain.md 5.1).
 * @returns the ids of the grants that it brings; null where it does not go (yet).
 */
export function decideRewardMail(
  first: { status: MessageStatus; without: readonly string[] },
  expected: readonly ExpectedGrant[],
): string[] | null {
  if (first.status !== 'sent' && first.status !== 'unknown') return null;
  if (expected.some(grant => ['soon', 'later'].includes(readinessOf(grant.status)))) return null;
  const brings = expected.filter(
    grant => first.without.includes(grant.grantId) && readinessOf(grant.status) === 'ready',
  );
  return brings.length === 0 ? null : brings.map(grant => grant.grantId);
}
