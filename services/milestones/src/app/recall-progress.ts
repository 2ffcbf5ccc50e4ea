import type { EventOf } from '@cairn/contracts/envelope';
import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { raiseRevisions } from '../out/postgres/positions.js';
import { keepUnlockInstants } from '../out/postgres/recalled-unlocks.js';

/**
 * Counts ambassadors' progress on from what was published (ADR 26). How far their ledgers are applied stays as this
 * database has it: the rows since are read again, and their states are newer to every reader, in whatever chunks they
 * come. Unlocks have ids that are derived, and the version 1; of those forgotten is kept when they were.
 */
export async function recallProgress(
  sql: Sql,
  events: readonly EventOf<typeof progressChanged | typeof tierUnlocked>[],
): Promise<void> {
  await raiseRevisions(
    sql,
    events
      .filter(event => event.type === progressChanged.type)
      .map(({ brandid, data, aggregateversion = 0 }) => ({
        brandId: brandid,
        ambassadorId: data.ambassadorId,
        revision: aggregateversion,
      })),
  );
  await keepUnlockInstants(
    sql,
    events.filter(event => event.type === tierUnlocked.type),
  );
}
