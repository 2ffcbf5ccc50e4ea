import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { SubmissionState } from '../../app/submission.js';
import type { Replaced } from '../../app/submissions.js';

const instants = ['occurredAt', 'acceptedAt', 'heldAt', 'availableAt', 'reviewedAt', 'waitingSince'] as const;

type Instants = (typeof instants)[number];

/** As it is stored: instants as RFC 3339. */
type SubmissionRow = Omit<SubmissionState, Instants> & Record<Instants, string | null>;

const submissionColumns = `submission_id AS id, brand_id AS "brandId", ambassador_id AS "ambassadorId", kind,
  event_id AS "eventId", envelope_id AS "envelopeId", occurred_at AS "occurredAt", accepted_at AS "acceptedAt",
  program_id AS "programId", series_id AS "seriesId", points, quiet, rule, action_id AS "actionId", held_at AS "heldAt",
  proof, proof_url AS "proofUrl", text, paid_partnership AS "paidPartnership", order_id AS "orderId",
  net_amount AS "netAmount", currency, available_at AS "availableAt", status, sampled, attempt, posted,
  entry_id AS "entryId", reason, rejection_text AS "rejectionText", reviewed_by AS "reviewedBy",
  reviewed_at AS "reviewedAt", waiting_since AS "waitingSince", replaced_by AS "replacedBy",
  trust_before AS "trustBefore", revision`;

const lock = `
  SELECT ${submissionColumns} FROM submissions WHERE submission_id = ANY($1::uuid[])
  ORDER BY submission_id FOR UPDATE`;

/** Locks submissions of ambassadors whose accounts are locked. */
export async function lockSubmissions(sql: Sql, ids: readonly string[]): Promise<SubmissionState[]> {
  if (ids.length === 0) return [];
  return (await sql.query<SubmissionRow>(lock, [ids])).map(stateOf);
}

function stateOf(row: SubmissionRow): SubmissionState {
  const parsed = instants.map(name => [name, row[name] === null ? null : Date.parse(row[name])]);
  return { ...row, ...(Object.fromEntries(parsed) as Pick<SubmissionState, Instants>) };
}

const selectSubjects = `
  SELECT submission_id AS id, brand_id AS "brandId", ambassador_id AS "ambassadorId", action_id AS "actionId",
    held_at AS "heldAt", proof, order_id AS "orderId"
  FROM submissions WHERE brand_id = $1 AND submission_id = ANY($2::uuid[])`;

export interface SubjectRow {
  id: string;
  brandId: string;
  ambassadorId: string;
  actionId: string | null;
  heldAt: number | null;
  proof: string | null;
  orderId: string | null;
}

/** What has to be locked before submissions are: all of it but the proof never changes. */
export async function submissionSubjects(
  sql: Sql,
  brandId: string,
  ids: readonly string[],
): Promise<SubjectRow[]> {
  const rows = await sql.query<Omit<SubjectRow, 'heldAt'> & { heldAt: string | null }>(selectSubjects, [
    brandId,
    ids,
  ]);
  return rows.map(({ heldAt, ...row }) => ({ ...row, heldAt: heldAt === null ? null : Date.parse(heldAt) }));
}

/** What is written once, and what a decision changes. */
export async function saveSubmissions(sql: Sql, submissions: readonly SubmissionState[]): Promise<void> {
  if (submissions.length === 0) return;
  const set = unnest(submissions, {
    submission_id: ['uuid', row => row.id],
    brand_id: ['uuid', row => row.brandId],
    ambassador_id: ['uuid', row => row.ambassadorId],
    kind: ['text', row => row.kind],
    event_id: ['text', row => row.eventId],
    envelope_id: ['uuid', row => row.envelopeId],
    occurred_at: ['timestamptz', row => instant(row.occurredAt)],
    accepted_at: ['timestamptz', row => instant(row.acceptedAt)],
    program_id: ['uuid', row => row.programId],
    series_id: ['uuid', row => row.seriesId],
    points: ['bigint', row => row.points],
    quiet: ['boolean', row => row.quiet],
    rule: ['jsonb', row => row.rule],
    action_id: ['uuid', row => row.actionId],
    held_at: ['timestamptz', row => instant(row.heldAt)],
    proof: ['text', row => row.proof],
    proof_url: ['text', row => row.proofUrl],
    text: ['text', row => row.text],
    paid_partnership: ['boolean', row => row.paidPartnership],
    order_id: ['text', row => row.orderId],
    net_amount: ['bigint', row => row.netAmount],
    currency: ['text', row => row.currency],
    available_at: ['timestamptz', row => instant(row.availableAt)],
    status: ['text', row => row.status],
    sampled: ['boolean', row => row.sampled],
    attempt: ['int', row => row.attempt],
    posted: ['int', row => row.posted],
    entry_id: ['uuid', row => row.entryId],
    reason: ['text', row => row.reason],
    rejection_text: ['text', row => row.rejectionText],
    reviewed_by: ['jsonb', row => row.reviewedBy],
    reviewed_at: ['timestamptz', row => instant(row.reviewedAt)],
    waiting_since: ['timestamptz', row => instant(row.waitingSince)],
    replaced_by: ['text', row => row.replacedBy],
    trust_before: ['text', row => row.trustBefore],
  });
  await sql.query(
    `INSERT INTO submissions (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY submission_id
     ON CONFLICT (submission_id) DO UPDATE SET
       proof = excluded.proof, proof_url = excluded.proof_url, text = excluded.text,
       paid_partnership = excluded.paid_partnership, status = excluded.status, sampled = excluded.sampled,
       attempt = excluded.attempt, posted = excluded.posted, entry_id = excluded.entry_id, reason = excluded.reason,
       rejection_text = excluded.rejection_text, reviewed_by = excluded.reviewed_by,
       reviewed_at = excluded.reviewed_at, waiting_since = excluded.waiting_since,
       replaced_by = excluded.replaced_by, trust_before = excluded.trust_before,
       revision = submissions.revision + 1`,
    set.params,
  );
}

const replace = `
  UPDATE submissions SET replaced_by = replacement.by, revision = revision + 1
  FROM unnest($1::uuid[], $2::text[]) AS replacement (id, by)
  WHERE submission_id = replacement.id`;

/** Submissions whose place another event has taken (domain.md 2.3). */
export async function replaceSubmissions(sql: Sql, replaced: readonly Replaced[]): Promise<void> {
  if (replaced.length === 0) return;
  await sql.query(replace, [replaced.map(of => of.id), replaced.map(of => of.by)]);
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

const erase = `
  WITH erased AS (
    UPDATE submissions SET proof_url = NULL, text = NULL, rejection_text = NULL, revision = revision + 1
    WHERE brand_id = $1 AND ambassador_id = $2
      AND (proof_url IS NOT NULL OR text IS NOT NULL OR rejection_text IS NOT NULL) RETURNING 1)
  SELECT count(*) AS count FROM erased`;

/** Takes what an ambassador showed and was written out of their submissions; their account is locked. @returns of how many. */
export async function eraseSubmissions(sql: Sql, brandId: string, ambassadorId: string): Promise<number> {
  return (await sql.query<{ count: number }>(erase, [brandId, ambassadorId]))[0]!.count;
}
