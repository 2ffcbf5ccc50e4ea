import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import type { ServiceName } from '@cairn/contracts/services';
import { type Cause, deriveEvent } from './events/derive.js';
import type { Caller } from './http/caller.js';
import { appendToOutbox } from './outbox/append.js';
import type { Sql } from './postgres/sql.js';

/** Records who changed what, in the transaction of the change (design.md §3). */
export async function recordAudit(
  sql: Sql,
  source: ServiceName,
  caller: Caller,
  cause: Cause,
  change: {
    action: string;
    target: { kind: string; id: string };
    before?: unknown;
    after?: unknown;
    at: Date;
  },
): Promise<void> {
  const at = change.at.toISOString();
  const event = deriveEvent(auditRecorded, {
    source,
    cause,
    ordinal: `${change.action}:${change.target.id}`,
    aggregate: `audit:${cause.causationId}:${change.action}:${change.target.id}`,
    version: 1,
    time: at,
    data: {
      actor: caller.actor,
      action: change.action,
      target: change.target,
      before: change.before ?? null,
      after: change.after ?? null,
      at,
    },
  });
  await appendToOutbox(sql, [{ topic: 'audit', key: caller.brandId, event }]);
}
