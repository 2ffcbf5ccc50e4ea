import type { EventOf } from '@cairn/contracts/envelope';
import type { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { cancelWork } from '@cairn/service-kit/due-work/due-work';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type TierStanding, withStandings } from '../domain/deficit.js';
import type { Grant } from '../domain/grant.js';
import { grantKinds } from '../domain/work.js';
import { lockForStandings, saveStandings } from '../out/postgres/deficits.js';
import { changeTo } from './grant-events.js';

type Progress = EventOf<typeof progressChanged>;

/**
 * Holds rewards of tiers that progress has fallen under again (domain.md 3.6), state by state, so that any split of the
 * stream holds the same ones. Most states have no deficit, and for them it is one look into an index that is all but empty.
 */
export async function holdDeficits(sql: Sql, events: readonly Progress[], now: Date): Promise<void> {
  if (events.length === 0) return;
  const standings = Map.groupBy(standingsOf(events), ({ key }) => key);
  const under = events.filter(({ data }) => data.unlocked.some(tier => tier.deficit > 0));
  const grants = await lockForStandings(sql, {
    under: [...new Set(under.map(event => event.data.ambassadorId))],
    all: [...new Set(events.map(event => event.data.ambassadorId))],
  });
  const changed = grants.flatMap(({ hasDraft, ...grant }) => {
    const next = withStandings(grant, hasDraft, standings.get(keyOf(grant)) ?? []);
    return next === grant ? [] : [{ grant, next }];
  });
  await saveStandings(
    sql,
    changed.map(({ next }) => next),
  );
  const held = changed.filter(({ grant, next }) => next.version > grant.version).map(({ next }) => next);
  await changeTo(sql, held, now);
  for (const kind of grantKinds) {
    await cancelWork(
      sql,
      kind,
      held.map(grant => grant.grantId),
    );
  }
}

function standingsOf(events: readonly Progress[]): (TierStanding & { key: string })[] {
  return events.flatMap(({ brandid: brandId, data, aggregateversion: revision = 0 }) =>
    data.unlocked.map(({ tierId, deficit }) => ({
      key: keyOf({ ...data, brandId, tierId }),
      revision,
      under: deficit > 0,
    })),
  );
}

function keyOf({
  brandId,
  ambassadorId,
  seriesId,
  cycle,
  tierId,
}: Pick<Grant, 'brandId' | 'ambassadorId' | 'seriesId' | 'cycle' | 'tierId'>): string {
  return [brandId, ambassadorId, seriesId, cycle, tierId].join(' ');
}
