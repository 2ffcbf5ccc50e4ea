import type { Sql } from '@cairn/service-kit/postgres/sql';
import { brandsKnown } from '../out/postgres/brands.js';
import { claimEventKeys } from '../out/postgres/event-keys.js';
import { type Activity, type ActivityEvent, activityOf } from './activity.js';
import { judge } from './judge.js';
import { keyOf } from './working-set.js';

/** Judges a chunk of accepted events, in order; what was judged before changes nothing (domain.md 2.16). */
export async function judgeActivity(sql: Sql, events: readonly ActivityEvent[], now: Date): Promise<void> {
  const activities = firstOfEach(events.map(activityOf));
  await brandsKnown(sql, [...new Set(activities.map(activity => activity.brandId))]);
  const claimed = await claimEventKeys(sql, activities);
  const fresh = activities.filter(activity => claimed.has(keyOf(activity.brandId, activity.eventId)));
  if (fresh.length === 0) return;
  const sales = fresh.filter(activity => activity.kind === 'sale');
  const subjects = {
    brandIds: [...new Set(fresh.map(activity => activity.brandId))],
    orders: fresh,
    refs: sales,
  };
  await judge(sql, now, subjects, judgement => {
    for (const activity of fresh) {
      if (activity.kind === 'sale') judgement.sale(activity);
      else judgement.refund(activity);
    }
  });
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
