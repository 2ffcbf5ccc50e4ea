import type { Sql } from '@cairn/service-kit/postgres/sql';
import { lockWaitingForAddress } from '../out/postgres/addresses.js';
import { changeTo, schedulePending } from './grant-events.js';

/** Has the products ordered that waited for nothing but their ambassador's address (domain.md 4.5). */
export async function orderClaimable(sql: Sql, ambassadorIds: readonly string[], now: Date): Promise<void> {
  const waiting = await lockWaitingForAddress(sql, ambassadorIds);
  const next = waiting.map(grant => ({ ...grant, status: 'pending' as const, version: grant.version + 1 }));
  await schedulePending(sql, await changeTo(sql, next, now), now);
}
