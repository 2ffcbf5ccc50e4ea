import type { EventOf } from '@cairn/contracts/envelope';
import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { progressVersions, saveProgress, saveUnlocks } from '../../out/postgres/read-model/progress.js';
import { touchHomes } from '../../out/postgres/read-model/touch-homes.js';
import { newerStates, type VersionGap } from './newer-states.js';

type ProgressChanged = EventOf<typeof progressChanged>;
type TierUnlocked = EventOf<typeof tierUnlocked>;

/**
 * Progress and unlocks. Versions are contiguous over all of an ambassador's series, so gaps are judged by ambassador;
 * what is kept is the newest state a series.
 * @returns the gaps.
 */
export async function applyMilestones(
  sql: Sql,
  events: (ProgressChanged | TierUnlocked)[],
): Promise<VersionGap[]> {
  const changes = events.filter(event => event.type === progressChanged.type);
  const unlocks = events.filter(event => event.type === tierUnlocked.type);
  const stored = await progressVersions(sql, [...new Set(changes.map(event => event.data.ambassadorId))]);
  const byAmbassador = new Map<string, number>();
  for (const { ambassadorId, version } of stored) {
    byAmbassador.set(ambassadorId, Math.max(version, byAmbassador.get(ambassadorId) ?? 0));
  }
  const bySeries = new Map(stored.map(row => [rowKey(row), row.version]));
  const { gaps } = newerStates(changes, byAmbassador, event => event.data.ambassadorId);
  const { newest } = newerStates(changes, bySeries, event => rowKey(event.data));
  const touched = await Promise.all([saveProgress(sql, newest), saveUnlocks(sql, unlocks)]);
  const acceptedAt = new Map(newest.map(event => [event.data.ambassadorId, event.acceptedat]));
  await touchHomes(sql, touched.flat(), acceptedAt);
  return gaps;
}

function rowKey(row: { ambassadorId: string; seriesId: string }): string {
  return `${row.ambassadorId}:${row.seriesId}`;
}
