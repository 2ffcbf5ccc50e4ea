import type { GrantStatus } from '@cairn/contracts/reward';
import type { Grant } from './grant.js';

/** Whether progress is under a tier that it had unlocked, as one state of it says. */
export interface TierStanding {
  /** Of the ambassador's progress, growing. */
  revision: number;
  under: boolean;
}

/** Not yet fulfilled (domain.md 3.6); what waits for history's release waits for an admin already. */
const holdable: readonly GrantStatus[] = [
  'pending',
  'needs_fulfilment',
  'waiting_for_codes',
  'claimable',
  'needs_attention',
];

/**
 * The grant after progress fell under its tier, or came back (domain.md 3.6): what is not yet fulfilled is held each time
 * that it falls, for an admin to decide; nothing releases it by itself, and one that was released in a deficit is not held
 * again by the same. A product whose draft is stored may be an order by now and is left to become one.
 * @param standings of its tier and cycle, in the order of the stream.
 */
export function withStandings(grant: Grant, hasDraft: boolean, standings: readonly TierStanding[]): Grant {
  let next = grant;
  for (const { revision, under } of standings) {
    if (revision <= next.progressRevision || under === next.inDeficit) continue;
    next = { ...next, inDeficit: under, progressRevision: revision };
    const isOrdered = next.status === 'pending' && hasDraft;
    if (under && holdable.includes(next.status) && !isOrdered)
      next = { ...next, status: 'held', heldBecause: 'deficit', waitingFor: null, version: next.version + 1 };
  }
  return next;
}
