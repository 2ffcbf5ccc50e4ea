import type { HomeState } from '@cairn/contracts/http/home';
import { activityLine } from '../words/activity-line.js';
import { programNow, seriesOf } from './current.js';
import { ladder } from './ladder.js';
import { rewardCard } from './reward-card.js';
import { type HomeRows, revisionOf } from './rows.js';
import { waysToEarn } from './ways-to-earn.js';

/**
 * What an ambassador sees, from the read model's rows, at an instant (domain.md 2.18, 3.4 to 3.6). With a series,
 * `points` are the progress of its current cycle and `pending` its held points; without one, the balance's.
 */
export function composeHome(rows: HomeRows, now: Date): HomeState {
  const { ambassador, brand, balance } = rows;
  const programId = programNow(ambassador.memberships, now);
  const series = seriesOf(programId, rows.series, now);
  const progress = rows.progress.find(candidate => candidate.seriesId === series?.seriesId) ?? null;
  const standing = series === null ? balance : progress;
  const pending = standing?.pending ?? 0;
  return {
    epoch: rows.version.epoch,
    revision: revisionOf(rows.version),
    brand: {
      name: brand.name,
      slug: brand.slug,
      accent: brand.accent,
      currency: brand.currency,
      timezone: brand.timezone,
    },
    ambassador: { id: ambassador.id, name: ambassador.name, code: ambassador.code, link: ambassador.link },
    program: rows.programs.find(program => program.id === programId) ?? null,
    series: series === null ? null : { id: series.seriesId, name: series.name },
    cycle: progress?.cycle ?? 1,
    points: series === null ? (balance?.available ?? 0) : (progress?.points ?? 0),
    pending,
    pendingUntil: pending > 0 ? (balance?.pendingUntil ?? null) : null,
    ...ladder(series?.tiers ?? [], progress, brand),
    waysToEarn: programId === null || series === null ? [] : waysToEarn(rows, programId, series, now),
    activity: rows.activity.map(receipt => activityLine(receipt, rows)),
    rewards: rows.grants.map(grant => rewardCard(grant, brand)),
  };
}
