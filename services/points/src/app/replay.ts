import type { ReplayAnswer } from '@cairn/contracts/http/replay';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { dropKept, type KeptEvent, lockKept, stillKept } from '../out/postgres/refused-events.js';
import { type Activity, type AmbassadorActivity, activityOf } from './activity.js';
import { judge, subjectsOf, tryOut } from './judge.js';
import { judgeEach } from './judge-each.js';
import type { Judgement } from './judgement.js';
import { orderClaim, proofClaim, type RecalledClaim } from './recalled-rows.js';

/** What became, or would become, of events that were judged again. */
export interface ReplayOutcome {
  judged: number;
  /** Events that earned, at once or held. */
  awarded: number;
  /** That their rows move, with those of refunds that were known. */
  points: number;
  /** Events that did not, by their receipt's reason or status. */
  others: Record<string, number>;
  /** Orders and proofs that they have taken. */
  claims: RecalledClaim[];
}

/**
 * Judges events again that were refused because no series was live (domain.md 2.7), in the order given: by the rules in
 * force now, as of their own time and acceptance. One that was awarded meanwhile is left out; refunds that are known
 * count at once (2.12). What is still refused for that reason is kept.
 */
export async function replay(sql: Sql, events: readonly KeptEvent[], now: Date): Promise<ReplayOutcome> {
  const [first] = events;
  if (first === undefined) return nothing;
  let outcome = nothing;
  await judge(sql, now, subjectsOf(activitiesOf(events)), async (judgement, set) => {
    const kept = await lockKept(sql, events);
    const activities = activitiesOf(events.filter(event => kept.has(event.eventId)));
    judgeEach(judgement, set, activities);
    outcome = outcomeOf(judgement, activities);
    const isOther = (activity: Activity) => judgement.receipts.find(activity)?.reason !== 'no_live_series';
    await dropKept(
      sql,
      first.brandId,
      activities.filter(isOther).map(activity => activity.eventId),
    );
  });
  return outcome;
}

/**
 * What {@link replay} would do, by the same judgement, of which nothing is written.
 * @param taken what earlier parts of the same preview have taken: it is nobody else's.
 */
export async function previewReplay(
  sql: Sql,
  events: readonly KeptEvent[],
  now: Date,
  taken: readonly RecalledClaim[] = [],
): Promise<ReplayOutcome> {
  const kept = await stillKept(sql, events);
  const activities = activitiesOf(events.filter(event => kept.has(event.eventId)));
  const { judgement, set } = await tryOut(sql, now, { ...subjectsOf(activities), taken });
  judgeEach(judgement, set, activities);
  return outcomeOf(judgement, activities);
}

/** The orders and proofs that events would take. */
export function claimsOf(events: readonly KeptEvent[]): { brandId: string; claim: string }[] {
  return activitiesOf(events).flatMap(activity => claimOf(activity) ?? []);
}

export function answerOf(
  { awarded, points, others }: Omit<ReplayOutcome, 'claims' | 'judged'>,
  preview: boolean,
): ReplayAnswer {
  const listed = Object.entries(others).map(([reason, events]) => ({ reason, events }));
  return preview
    ? { wouldAward: awarded, points, others: listed }
    : { replayed: awarded, points, others: listed };
}

export const nothing: ReplayOutcome = { judged: 0, awarded: 0, points: 0, others: {}, claims: [] };

/** Each is of the ambassador whom it was refused for, whatever it named them by. */
function activitiesOf(events: readonly KeptEvent[]): AmbassadorActivity[] {
  return events
    .map(({ event, waited, ambassadorId }) => ({ ...activityOf(event, waited), ref: `id:${ambassadorId}` }))
    .filter(activity => activity.kind !== 'refund');
}

function outcomeOf(judgement: Judgement, activities: readonly AmbassadorActivity[]): ReplayOutcome {
  const outcome: ReplayOutcome = {
    ...nothing,
    judged: activities.length,
    points: judgement.rows.reduce((sum, row) => sum + row.pendingDelta + row.availableDelta, 0),
    others: {},
    claims: [],
  };
  for (const activity of activities) {
    const { status, reason } = judgement.receipts.find(activity)!;
    if (status === 'awarded' || status === 'held') outcome.awarded++;
    else {
      const why = status === 'not_awarded' ? (reason ?? status) : status;
      outcome.others[why] = (outcome.others[why] ?? 0) + 1;
    }
    if (status !== 'not_awarded' || reason === 'disclosure_missing')
      outcome.claims.push(...(claimOf(activity) ?? []));
  }
  return outcome;
}

function claimOf(activity: Activity): RecalledClaim[] | undefined {
  const { brandId, eventId } = activity;
  if (activity.kind === 'sale') return [{ brandId, eventId, claim: orderClaim(activity) }];
  const claim = activity.kind === 'action' ? proofClaim(activity) : null;
  return claim === null ? undefined : [{ brandId, eventId, claim }];
}
