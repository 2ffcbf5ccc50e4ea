import type { Sql } from '@cairn/service-kit/postgres/sql';
import { judge } from './judge.js';

/** Posts every release of an ambassador that is due (domain.md 2.8). */
export async function releaseHolds(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  now: Date,
): Promise<void> {
  const subjects = { brandIds: [brandId], orders: [], refs: [], ambassadorIds: [ambassadorId] };
  await judge(sql, now, subjects, (judgement, set) => {
    const account = set.accounts.get(ambassadorId);
    if (account !== undefined) judgement.releaseDue(account);
  });
}
