import type { EventOf } from '@cairn/contracts/envelope';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { grantVersions, saveGrants } from '../../out/postgres/read-model/grants.js';
import { touchHomes } from '../../out/postgres/read-model/touch-homes.js';
import { alertOfEmptyPools } from '../codes-alerts/alert-of-empty-pools.js';
import { newerStates, type VersionGap } from './newer-states.js';

/** Rewards; where one waits for codes, the admins are told (domain.md 4.3). @returns the gaps. */
export async function applyGrants(
  sql: Sql,
  events: EventOf<typeof grantChanged>[],
  now: Date,
): Promise<VersionGap[]> {
  const stored = await grantVersions(sql, [...new Set(events.map(event => event.data.grantId))]);
  const { newest, gaps } = newerStates(events, stored, event => event.data.grantId);
  await touchHomes(sql, await saveGrants(sql, newest));
  await alertOfEmptyPools(sql, newest, now);
  return gaps;
}
