import type { EventOf } from '@cairn/contracts/envelope';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { grantsOf } from '../domain/grant.js';
import { insertGrants } from '../out/postgres/grants.js';
import { completeGrants } from '../out/postgres/recalled-grants.js';
import { publishGrants, schedulePending, scheduleRecalled } from './grant-events.js';

/**
 * Makes the grants of unlocks, held for quiet ones, and has made at once what the others are to become (domain.md 1.6,
 * 4.2). An unlock that was seen before changes nothing; what was recalled of it is published already, and gets only what
 * the stream could not tell (ADR 26).
 */
export async function recordUnlocks(
  sql: Sql,
  unlocks: readonly EventOf<typeof tierUnlocked>[],
  now: Date,
): Promise<void> {
  const grants = unlocks.flatMap(event => grantsOf(event, now));
  const added = await insertGrants(sql, grants);
  const fresh = grants.filter(grant => added.delete(grant.grantId));
  await publishGrants(sql, fresh, now);
  await schedulePending(sql, fresh, now);
  if (fresh.length < grants.length) await scheduleRecalled(sql, await completeGrants(sql, grants), now);
}
