import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type SubjectRow, submissionSubjects } from '../out/postgres/submissions.js';
import type { Subjects } from './judge.js';
import type { Refusal } from './review-submission.js';
import type { SubmissionState } from './submission.js';
import type { WorkingSet } from './working-set.js';

/** What has to be locked for submissions: their orders, proofs and ambassadors (design.md §3). */
export interface ReviewedSubjects {
  subjects: Subjects;
  byId: ReadonlyMap<string, SubjectRow>;
}

/** @param proofs to lock besides their own. */
export async function reviewedSubjects(
  sql: Sql,
  brandId: string,
  ids: readonly string[],
  proofs: readonly { actionId: string; proof: string }[] = [],
): Promise<ReviewedSubjects> {
  const rows = await submissionSubjects(sql, brandId, ids);
  const own = rows.flatMap(({ actionId, proof }) =>
    actionId === null || proof === null ? [] : [{ actionId, proof }],
  );
  const wanted = new Map([...own, ...proofs].map(of => [`${of.actionId}:${of.proof}`, { brandId, ...of }]));
  const subjects: Subjects = {
    brandIds: [brandId],
    orders: rows.flatMap(({ orderId }) => (orderId === null ? [] : [{ brandId, orderId }])),
    refs: [],
    ambassadorIds: [...new Set(rows.map(row => row.ambassadorId))],
    submissions: rows,
    proofs: [...wanted.values()],
  };
  return { subjects, byId: new Map(rows.map(row => [row.id, row])) };
}

/**
 * The submission as it is now that it is locked.
 * @param expected the revision that the caller read; null where they do not mind.
 */
export function lockedSubmission(
  set: WorkingSet,
  { byId }: ReviewedSubjects,
  id: string,
  expected: number | null,
): SubmissionState | Refusal {
  const submission = set.submissions.get(id);
  const subject = byId.get(id);
  if (submission === undefined || subject === undefined) return unknown;
  // Mended between the look and the lock: its new proof is not locked.
  const isMoved = submission.proof !== subject.proof;
  if (isMoved || (expected !== null && submission.revision !== expected)) return stale;
  return submission;
}

const unknown: Refusal = { code: 'not_found', detail: 'There is no submission with this id: check the id.' };

const stale: Refusal = {
  code: 'stale',
  detail: 'It was changed since you read it: read it again and decide then.',
};
