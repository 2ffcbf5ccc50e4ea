import type { Sql } from '@cairn/service-kit/postgres/sql';
import { isHeld } from '../out/postgres/awards.js';
import { judge } from './judge.js';

/**
 * Posts every release of an ambassador that is due (domain.md 2.8), for the release work of one award: that work is the
 * caller's to end, the others' is taken off.
 * @returns whether the award at hand is no longer held.
 */
export async function releaseHolds(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  awardId: string,
  now: Date,
): Promise<boolean> {
  const subjects = { brandIds: [brandId], orders: [], refs: [], ambassadorIds: [ambassadorId] };
  await judge(sql, now, subjects, (judgement, set) => {
    const account = set.accounts.get(ambassadorId);
    if (account !== undefined) judgement.releaseDue(account, awardId);
  });
  return !(await isHeld(sql, ambassadorId, awardId));
}
