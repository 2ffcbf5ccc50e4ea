import type { EntryKind } from '@cairn/contracts/events/points/entry-posted';

/** An ambassador's balance, in points; `seq` is the number of the last ledger row (domain.md 2.14). */
export interface Account {
  seq: number;
  pending: number;
  available: number;
}

export interface Movement {
  kind: EntryKind;
  /** Points. */
  pendingDelta: number;
  availableDelta: number;
}

/** An award as refunds and releases see it. */
export interface Award {
  /** Points, frozen. */
  points: number;
  /** Minor units, frozen. */
  netAmount: number;
  /** Points taken back so far. */
  reversed: number;
  /** Whether its points are still pending (2.8). */
  held: boolean;
}

/** The account after a row; the balance is the sum of the rows, always (2.14). @throws RangeError past 2^53 − 1. */
export function move(account: Account, movement: Movement): Account {
  const next = {
    seq: account.seq + 1,
    pending: account.pending + movement.pendingDelta,
    available: account.available + movement.availableDelta,
  };
  if (!Number.isSafeInteger(next.pending) || !Number.isSafeInteger(next.available)) {
    throw new RangeError('a balance beyond 2^53 − 1 points cannot be kept');
  }
  return next;
}

/** The earning row (2.15): held points are pending. */
export function earned(kind: EntryKind, points: number, held: boolean): Movement {
  return { kind, pendingDelta: held ? points : 0, availableDelta: held ? 0 : points };
}

/**
 * The release of what is left of a held award; null where nothing is left (2.15).
 * @param takenBesides points that rows have taken back which `reversed` does not count yet.
 */
export function released(award: Award, takenBesides = 0): Movement | null {
  const left = award.points - award.reversed - takenBesides;
  return left === 0 ? null : { kind: 'release', pendingDelta: -left, availableDelta: left };
}

/** Takes points back, from where they are now (2.15). */
export function reversed(award: Award, points: number): Movement {
  return {
    kind: 'reversal',
    pendingDelta: award.held ? -points : 0,
    availableDelta: award.held ? 0 : -points,
  };
}
