import { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { deriveEvent } from '@cairn/service-kit/events/derive';
import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import { afterCommit, type Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../domain/grant.js';
import { workOf, workOfRecalled } from '../domain/work.js';
import { storeNextVersions } from '../out/postgres/grants.js';
import { countGrants } from './metrics.js';

/**
 * Writes next versions and publishes them, in the transaction of their cause.
 * @returns those that were written; not those that somebody changed since they were read.
 */
export async function changeTo(sql: Sql, next: readonly Grant[], now: Date): Promise<Grant[]> {
  const written = await storeNextVersions(sql, next, now);
  await publishGrants(sql, written, now);
  return written;
}

/** Has made at once what pending grants are to become; each pool's grants together. */
export async function schedulePending(sql: Sql, grants: readonly Grant[], now: Date): Promise<void> {
  await scheduleEach(
    sql,
    grants.filter(grant => grant.status === 'pending'),
    workOf,
    now,
  );
}

/** What recalled grants need now; those without their unlock get it when that is read again (ADR 26). */
export async function scheduleRecalled(sql: Sql, grants: readonly Grant[], now: Date): Promise<void> {
  await scheduleEach(
    sql,
    grants.filter(grant => grant.ordinal !== null),
    workOfRecalled,
    now,
  );
}

async function scheduleEach(
  sql: Sql,
  grants: readonly Grant[],
  neededBy: (grant: Grant) => { kind: string; key: string } | null,
  now: Date,
): Promise<void> {
  const dueAt = now.toISOString();
  const work = grants.flatMap(grant => {
    const needed = neededBy(grant);
    return needed === null ? [] : [{ ...needed, brandId: grant.brandId, payload: {}, dueAt, cause: grant }];
  });
  await scheduleWork(sql, [...new Map(work.map(item => [`${item.kind} ${item.key}`, item])).values()]);
}

/** Publishes grants as they now are, whole; while their rows are locked. */
export async function publishGrants(sql: Sql, grants: readonly Grant[], now: Date): Promise<void> {
  const at = now.toISOString();
  afterCommit(sql, () => countGrants(grants));
  await appendToOutbox(
    sql,
    grants.map(grant => ({
      topic: 'rewards',
      key: `${grant.brandId}:${grant.ambassadorId}`,
      event: deriveEvent(grantChanged, {
        source: 'rewards',
        cause: grant,
        ordinal: `${grant.grantId}:${grant.version}`,
        aggregate: `grant:${grant.grantId}`,
        version: grant.version,
        time: at,
        data: {
          grantId: grant.grantId,
          unlockId: grant.unlockId,
          ambassadorId: grant.ambassadorId,
          seriesId: grant.seriesId,
          tier: { id: grant.tierId, name: grant.tierName },
          cycle: grant.cycle,
          reward: grant.reward,
          status: grant.status,
          heldBecause: grant.heldBecause,
          code: grant.code,
          expiresAt: grant.expiresAt,
          orderName: grant.orderName,
          fulfilledAt: grant.fulfilledAt,
          note: grant.note,
          tracking: grant.tracking,
          problem: grant.problem,
          ...(grant.progressRevision === 0
            ? {}
            : { deficit: { under: grant.inDeficit, revision: grant.progressRevision } }),
          at,
        },
      }),
    })),
  );
}
