import type { SubmissionCounts, SubmissionItem, SubmissionsQuery } from '@cairn/contracts/http/submission';
import type { SubmissionKind } from '@cairn/contracts/submission';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** An item of the queue but for the ambassador's name, which points does not keep. */
export type SubmissionView = Omit<SubmissionItem, 'ambassador' | 'media'>;

const view = `
  SELECT submission_id AS id, submissions.ambassador_id AS "ambassadorId", coalesce(trusts.trust, 'new') AS trust, kind,
    submissions.program_id AS "programId", submissions.action_id AS "actionId",
    CASE WHEN actions.action_id IS NOT NULL THEN jsonb_build_object('id', actions.action_id, 'name', actions.name,
      'category', actions.category) END AS action,
    CASE WHEN order_id IS NOT NULL THEN jsonb_build_object('id', order_id, 'netAmount', net_amount,
      'currency', currency) END AS "order",
    event_id AS "eventId", proof_url AS "proofUrl", text, paid_partnership AS "paidPartnership", status, sampled,
    attempt, reason, rejection_text AS "rejectionText", reviewed_by AS "reviewedBy", reviewed_at AS "reviewedAt",
    occurred_at AS "submittedAt", waiting_since AS "waitingSince", submissions.points, entry_id AS "entryId",
    submissions.revision
  FROM submissions LEFT JOIN trusts USING (ambassador_id) LEFT JOIN actions USING (action_id)`;

const one = `${view} WHERE submissions.brand_id = $1 AND submission_id = $2 AND replaced_by IS NULL`;

/** One that another event has replaced is not there any more (domain.md 2.3). */
export async function selectSubmission(
  sql: Sql,
  brandId: string,
  id: string,
): Promise<SubmissionView | undefined> {
  return (await sql.query<SubmissionView>(one, [brandId, id]))[0];
}

const filter = `
  WHERE submissions.brand_id = $1 AND replaced_by IS NULL
    AND ($2::text[] IS NULL OR status = ANY($2)) AND ($3::text IS NULL OR kind = $3)
    AND ($4::uuid IS NULL OR submissions.action_id = $4) AND ($5::uuid IS NULL OR submissions.program_id = $5)
    AND ($6::uuid IS NULL OR submissions.ambassador_id = $6) AND ($7::boolean IS NULL OR sampled = $7)
    AND ($8::timestamptz IS NULL OR waiting_since < $8)`;

const newest = `${view} ${filter}
    AND ($9::timestamptz IS NULL OR (occurred_at, submission_id) < ($9, $10::uuid))
  ORDER BY occurred_at DESC, submission_id DESC LIMIT $11`;

/** By the index submissions_waiting: what waits for the brand, the longest first. */
const oldest = `${view} ${filter} AND status = 'in_review'
    AND ($9::timestamptz IS NULL OR (waiting_since, submission_id) > ($9, $10::uuid))
  ORDER BY waiting_since, submission_id LIMIT $11`;

/**
 * A page of a brand's submissions. @param after the last one's instant (of waiting where the oldest come first, else its
 * own) and id. In the order `oldest` they are those in review.
 */
export async function selectSubmissions(
  sql: Sql,
  brandId: string,
  query: Omit<SubmissionsQuery, 'cursor'>,
  after: readonly [at: string, id: string] | null,
): Promise<SubmissionView[]> {
  const { status = null, kind = null, actionId = null, programId = null, ambassadorId = null } = query;
  const { sampled = null, olderThan = null, order, limit } = query;
  const [at, id] = after ?? [null, null];
  const params = [brandId, status, kind, actionId, programId, ambassadorId, sampled, olderThan];
  return await sql.query(order === 'oldest' ? oldest : newest, [...params, at, id, limit]);
}

const counts = `
  SELECT count(*) FILTER (WHERE kind = 'action') AS action,
    count(*) FILTER (WHERE kind = 'self_referral') AS self_referral, min(waiting_since) AS oldest
  FROM submissions WHERE brand_id = $1 AND status = 'in_review'`;

export async function countSubmissions(sql: Sql, brandId: string): Promise<SubmissionCounts> {
  const [row] = await sql.query<{ action: number; self_referral: number; oldest: string | null }>(counts, [
    brandId,
  ]);
  const { oldest, ...byKind } = row!;
  return { waiting: byKind.action + byKind.self_referral, byKind, oldest };
}

export interface WaitingSubmissions {
  count: number;
  /** RFC 3339; null where none waits. */
  oldest: string | null;
}

/** Of all brands, by submissions_waiting: as much as waits, and no more. */
const waiting = `
  SELECT kind, count(*) AS count, min(waiting_since) AS oldest
  FROM submissions WHERE status = 'in_review' GROUP BY kind`;

/** What waits for a reviewer in all brands together. */
export async function waitingSubmissions(sql: Sql): Promise<Record<SubmissionKind, WaitingSubmissions>> {
  const rows = await sql.query<WaitingSubmissions & { kind: SubmissionKind }>(waiting);
  const of = (kind: SubmissionKind) => rows.find(row => row.kind === kind) ?? { count: 0, oldest: null };
  return { action: of('action'), self_referral: of('self_referral') };
}
