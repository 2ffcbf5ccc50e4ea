import type { BulkAnswer } from '@cairn/contracts/http/fulfilment';
import type { CatalogMark } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type SubmissionView, selectSubmission } from '../out/postgres/submission-reads.js';
import { judge } from './judge.js';
import { found } from './preconditions.js';
import { type Decision, type Refusal, review } from './review-submission.js';
import { lockedSubmission, reviewedSubjects } from './reviewed-subjects.js';
import type { SubmissionState } from './submission.js';
import { type AuditedDecision, auditDecisions } from './submission-audit.js';
import { moveTrust } from './trust-by-rule.js';

/**
 * Decides on one submission (domain.md 2.2).
 * @param expected the revision that the caller read; null where they do not mind.
 * @throws DomainError `not_found`, `stale`, `wrong_status`; at an undo `duplicate_proof`, `limit_reached`,
 * `duplicate_order`.
 */
export async function decideSubmission(
  sql: Sql,
  caller: Caller,
  id: string,
  decision: Decision,
  expected: number | null,
  now: Date,
): Promise<CommandAnswer<SubmissionView>> {
  const { refused, mark } = await decide(sql, caller, [id], decision, expected, now);
  if (refused[0] !== undefined) throw new DomainError(refused[0].code, refused[0].detail);
  return { body: found(await selectSubmission(sql, caller.brandId, id), 'submission'), mark };
}

/**
 * Decides on many, each on its own, in one transaction and under the locks of all of them; what cannot be decided is
 * refused and stays as it is.
 */
export async function decideSubmissions(
  sql: Sql,
  caller: Caller,
  ids: readonly string[],
  decision: Decision,
  now: Date,
): Promise<CommandAnswer<BulkAnswer>> {
  const { done, refused, mark } = await decide(sql, caller, [...new Set(ids)], decision, null, now);
  return { body: { done, refused }, mark };
}

async function decide(
  sql: Sql,
  caller: Caller,
  ids: readonly string[],
  decision: Decision,
  expected: number | null,
  now: Date,
): Promise<BulkAnswer & { mark: CatalogMark | null }> {
  const reviewed = await reviewedSubjects(sql, caller.brandId, ids);
  const refused: BulkAnswer['refused'] = [];
  const done: AuditedDecision[] = [];
  const reviewer = { actor: caller.actor, at: now.getTime() };
  const cause = commandCause(caller.brandId, now);
  let mark: CatalogMark | null = null;
  await judge(sql, now, reviewed.subjects, async (judgement, set) => {
    for (const id of ids) {
      const submission = lockedSubmission(set, reviewed, id, expected);
      const before = { ...submission } as SubmissionState;
      const refusal = isRefusal(submission)
        ? submission
        : review(judgement, set, submission, decision, reviewer);
      if (refusal !== null) refused.push({ id, ...refusal });
      else done.push({ before, after: submission as SubmissionState });
    }
    mark = await moveTrust(sql, caller, cause, set, done, decision.kind, now);
  });
  await auditDecisions(sql, caller, cause, decision.kind, done, now);
  return { done: done.map(({ after }) => after.id), refused, mark };
}

function isRefusal(of: SubmissionState | Refusal): of is Refusal {
  return 'code' in of;
}
