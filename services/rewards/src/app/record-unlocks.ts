import type { EventOf } from '@cairn/contracts/envelope';
import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { grantsOf } from '../domain/grant.js';
import { issueCode } from '../domain/work.js';
import { insertGrants } from '../out/postgres/grants.js';
import { publishGrants } from './grant-events.js';

/**
 * Makes the grants of unlocks, held for quiet ones, and has the codes of the others made at once (domain.md 1.6, 4.2).
 * An unlock that was seen before changes nothing.
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
  await scheduleWork(
    sql,
    fresh
      .filter(grant => grant.status === 'pending')
      .map(grant => ({
        kind: issueCode,
        key: grant.grantId,
        brandId: grant.brandId,
        payload: {},
        dueAt: now.toISOString(),
      })),
  );
}
