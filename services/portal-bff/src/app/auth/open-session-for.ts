import type { Session } from '@cairn/contracts/http/auth';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { findAmbassador } from '../../out/postgres/read-model/ambassadors.js';
import { openSession } from './open-session.js';

/**
 * POST /ambassadors/{id}/session: a session for a brand's own front end.
 * @throws DomainError `not_found` for nobody of this brand.
 */
export async function openSessionFor(
  sql: Sql,
  caller: Caller,
  ambassadorId: string,
  now: Date,
): Promise<CommandAnswer<Session>> {
  if ((await findAmbassador(sql, caller.brandId, ambassadorId)) === undefined) {
    throw new DomainError('not_found', 'There is no such ambassador.');
  }
  const subject = { as: 'ambassador' as const, brandId: caller.brandId, id: ambassadorId };
  const session = await openSession(sql, subject, null, now);
  await recordAudit(sql, 'portal-bff', caller, commandCause(caller.brandId, now), {
    action: 'session.create',
    target: { kind: 'ambassador', id: ambassadorId },
    after: { expiresAt: session.expiresAt },
    at: now,
  });
  return { body: session, mark: null };
}
