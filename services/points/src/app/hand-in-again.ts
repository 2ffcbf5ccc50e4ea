import type { MendSubmission } from '@cairn/contracts/http/submission';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type SubmissionView, selectSubmission } from '../out/postgres/submission-reads.js';
import { proofOf } from './activity.js';
import { judge } from './judge.js';
import { mend } from './mend-submission.js';
import { found } from './preconditions.js';
import { lockedSubmission, reviewedSubjects } from './reviewed-subjects.js';
import type { SubmissionState } from './submission.js';
import { auditDecisions } from './submission-audit.js';

/**
 * An ambassador hands in once more what lacked its disclosure or was rejected (domain.md 2.2, 2.3).
 * @param expected the revision that they read; null where they do not mind.
 * @throws DomainError `not_found`, also for another ambassador's; `stale`, `wrong_status`, `duplicate_proof`,
 * `limit_reached`.
 */
export async function handInAgain(
  sql: Sql,
  caller: Caller,
  ambassadorId: string,
  id: string,
  input: MendSubmission,
  expected: number | null,
  now: Date,
): Promise<CommandAnswer<SubmissionView>> {
  const { brandId } = caller;
  const known = found(await selectSubmission(sql, brandId, id), 'submission');
  if (known.ambassadorId !== ambassadorId) found(undefined, 'submission');
  const proof = proofOf(input.proofUrl ?? null);
  const proofs = proof === null || known.actionId === null ? [] : [{ actionId: known.actionId, proof }];
  const reviewed = await reviewedSubjects(sql, brandId, [id], proofs);
  const decisions: { before: SubmissionState; after: SubmissionState }[] = [];
  await judge(sql, now, reviewed.subjects, (judgement, set) => {
    const submission = lockedSubmission(set, reviewed, id, expected);
    const before = { ...submission } as SubmissionState;
    const refusal =
      'code' in submission ? submission : mend(judgement, set, submission, input, now.getTime());
    if (refusal !== null) throw new DomainError(refusal.code, refusal.detail);
    decisions.push({ before, after: submission as SubmissionState });
  });
  await auditDecisions(sql, caller, commandCause(brandId, now), 'mend', decisions, now);
  return { body: found(await selectSubmission(sql, brandId, id), 'submission'), mark: null };
}
