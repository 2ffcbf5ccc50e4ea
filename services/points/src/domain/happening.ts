import type { NotAwardedReason } from '@cairn/contracts/events/points/receipt-changed';
import type { Membership } from './catalog.js';

const dayMs = 86_400_000;

/** When something to be judged happened. Instants are milliseconds since the epoch. */
export interface Happening {
  occurredAt: number;
  acceptedAt: number;
  /**
   * The instant whose membership, series and limits count: its own, or, for what waited for its ambassador, the later
   * of that and the first `joinedAt` (2.19).
   */
  judgedAs: number;
}

export interface Refusal {
  kind: 'refuse';
  reason: NotAwardedReason;
}

export function refuse(reason: NotAwardedReason): Refusal {
  return { kind: 'refuse', reason };
}

/** The instant that an event is judged as of (2.19). @param waited whether its ambassador came after it. */
export function judgedAs(occurredAt: number, waited: boolean, memberships: readonly Membership[]): number {
  const joinedAt = waited ? memberships[0]?.from : undefined;
  return joinedAt === undefined ? occurredAt : Math.max(occurredAt, joinedAt);
}

/** Loaded history (domain.md 1.6): it came in more than the brand's days after it happened. */
export function isQuiet(
  of: Pick<Happening, 'occurredAt' | 'acceptedAt'>,
  quietAfterDays: number | null,
): boolean {
  return quietAfterDays !== null && of.acceptedAt - of.occurredAt > quietAfterDays * dayMs;
}
