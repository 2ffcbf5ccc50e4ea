import type { EventOf } from '@cairn/contracts/envelope';
import type { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { balanceVersions, saveBalances } from '../../out/postgres/read-model/balances.js';
import { touchHomes } from '../../out/postgres/read-model/touch-homes.js';
import { newerStates, type VersionGap } from './newer-states.js';

/** Balances from the ledger's rows: each carries the balance after it, so the newest is enough. @returns the gaps. */
export async function applyEntries(sql: Sql, events: EventOf<typeof entryPosted>[]): Promise<VersionGap[]> {
  const ids = [...new Set(events.map(event => event.data.ambassadorId))];
  const stored = await balanceVersions(sql, ids);
  const { newest, gaps } = newerStates(events, stored, event => event.data.ambassadorId);
  await touchHomes(sql, await saveBalances(sql, newest));
  return gaps;
}
