import type { Sql } from '@cairn/service-kit/postgres/sql';
import { brandsKnown } from '../out/postgres/brands.js';
import { claimEventKeys } from '../out/postgres/event-keys.js';
import { type Activity, type ActivityEvent, activityOf } from './activity.js';
import { judge, subjectsOf } from './judge.js';
import { judgeEach } from './judge-each.js';
import { keyOf } from './working-set.js';

/** Judges a chunk of accepted events, in order; what was judged before changes nothing (domain.md 2.16). */
export async function judgeActivity(sql: Sql, events: readonly ActivityEvent[], now: Date): Promise<void> {
  const activities = firstOfEach(events.map(event => activityOf(event)));
  const [claimed] = await Promise.all([
    claimEventKeys(sql, activities),
    brandsKnown(sql, [...new Set(activities.map(activity => activity.brandId))]),
  ]);
  const fresh = activities.filter(activity => claimed.has(keyOf(activity.brandId, activity.eventId)));
  if (fresh.length === 0) return;
  await judge(sql, now, subjectsOf(fresh), (judgement, set) => judgeEach(judgement, set, fresh));
}

/** The body judged first wins (2.16). */
function firstOfEach(activities: readonly Activity[]): Activity[] {
  const first = new Map<string, Activity>();
  for (const activity of activities) {
    const key = keyOf(activity.brandId, activity.eventId);
    if (!first.has(key)) first.set(key, activity);
  }
  return [...first.values()];
}
