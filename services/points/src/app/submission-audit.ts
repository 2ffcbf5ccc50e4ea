import { recordAudit } from '@cairn/service-kit/audit';
import type { Cause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { SubmissionState } from './submission.js';

/** A submission before and after what somebody did with it. */
export interface AuditedDecision {
  before: SubmissionState;
  after: SubmissionState;
}

/** Records who decided what (domain.md 6.1). @param action such as `approve`. */
export async function auditDecisions(
  sql: Sql,
  caller: Caller,
  cause: Cause,
  action: string,
  decisions: readonly AuditedDecision[],
  at: Date,
): Promise<void> {
  for (const { before, after } of decisions) {
    await recordAudit(sql, 'points', caller, cause, {
      action: `submission.${action}`,
      target: { kind: 'submission', id: after.id },
      before: audited(before),
      after: audited(after),
      at,
    });
  }
}

/** Without proofs and texts: the log is kept longer than they may be (6.3). */
function audited({ status, attempt, points, entryId, reason, ambassadorId }: SubmissionState) {
  return { status, attempt, points, entryId, reason, ambassadorId };
}
