import { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { deriveEvent } from '@cairn/service-kit/events/derive';
import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../domain/grant.js';

/** Publishes grants as they now are, whole; while their rows are locked. */
export async function publishGrants(sql: Sql, grants: readonly Grant[], now: Date): Promise<void> {
  const at = now.toISOString();
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
          problem: grant.problem,
          at,
        },
      }),
    })),
  );
}
