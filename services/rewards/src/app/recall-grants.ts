import type { EventOf } from '@cairn/contracts/envelope';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { cancelWork } from '@cairn/service-kit/due-work/due-work';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { recalledGrants } from '../domain/recalled-grant.js';
import { grantKinds } from '../domain/work.js';
import { markDrawn } from '../out/postgres/code-pools.js';
import { adoptGrants, newsOf } from '../out/postgres/recalled-grants.js';
import { scheduleRecalled } from './grant-events.js';

/**
 * Reads rewards' own stream back (ADR 26): a database that was restored to an earlier instant takes over what it had done
 * since, so that nothing is made, ordered or drawn again (domain.md 4.6). Nothing is published, the stream has it. In
 * ordinary life all is known, and this is one statement.
 */
export async function recallGrants(
  sql: Sql,
  events: readonly EventOf<typeof grantChanged>[],
  now: Date,
): Promise<void> {
  const news = await newsOf(sql, recalledGrants(events));
  if (news.length === 0) return;
  const adopted = await adoptGrants(sql, news, now);
  await markDrawn(sql, adopted, now);
  const settled = adopted.filter(grant => grant.status !== 'pending').map(grant => grant.grantId);
  for (const kind of grantKinds) await cancelWork(sql, kind, settled);
  await scheduleRecalled(sql, adopted, now);
}
