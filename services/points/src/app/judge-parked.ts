import type { Sql } from '@cairn/service-kit/postgres/sql';
import { parkedFor, unparkEvents } from '../out/postgres/parked-events.js';
import { type ActivityEvent, type AmbassadorActivity, activityOf } from './activity.js';
import { judge, subjectsOf } from './judge.js';
import { judgeEach } from './judge-each.js';
import { saleOfNobody } from './sale-judgement.js';

/** Parked events judged in one transaction, at most. */
const batch = 500;

/**
 * Judges what waited for an ambassador who has come (domain.md 2.19): membership, series and limits as of the later of
 * the event's own time and their first `joinedAt`.
 * @returns whether more is waiting.
 */
export async function judgeParked(sql: Sql, brandId: string, ref: string, now: Date): Promise<boolean> {
  const waiting = ofAmbassadors(await parkedFor(sql, brandId, ref, batch));
  if (waiting.length === 0) return false;
  await judge(sql, now, subjectsOf(waiting), async (judgement, set) => {
    const still = await unparkEvents(
      sql,
      brandId,
      waiting.map(activity => activity.eventId),
    );
    judgeEach(
      judgement,
      set,
      waiting.filter(activity => still.has(activity.eventId)),
    );
  });
  return waiting.length === batch;
}

/** Ends the wait of an event whose ambassador never came. */
export async function expireParked(sql: Sql, event: ActivityEvent, now: Date): Promise<void> {
  const [activity] = ofAmbassadors([event]);
  if (activity === undefined) return;
  await judge(sql, now, { ...subjectsOf([activity]), refs: [] }, async (judgement, set) => {
    const still = await unparkEvents(sql, activity.brandId, [activity.eventId]);
    if (!still.has(activity.eventId)) return;
    // They came once: their row was read back, and they will come again (ADR 26).
    if (set.recalled.earned(activity) !== undefined) judgeEach(judgement, set, [activity]);
    else if (activity.kind === 'sale') saleOfNobody(judgement, set, activity);
    else judgement.receipts.of(activity, { status: 'not_awarded', reason: 'unknown_ambassador' });
  });
}

function ofAmbassadors(events: readonly ActivityEvent[]): AmbassadorActivity[] {
  return events.map(event => activityOf(event, true)).filter(activity => activity.kind !== 'refund');
}
