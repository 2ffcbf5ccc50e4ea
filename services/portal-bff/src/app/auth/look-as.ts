import type { Session } from '@cairn/contracts/http/auth';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { findReaders } from '../../out/postgres/read-model/readers.js';
import { lockSession } from '../../out/postgres/sessions.js';
import type { Admin } from './admin.js';
import { openSession } from './open-session.js';

/**
 * POST /ambassadors/{id}/look: a session in which an admin sees the portal as an ambassador does, and can change nothing.
 * It ends with the admin's own session. The record has both names (domain.md 6.1).
 * @throws DomainError `not_found` for nobody of this brand, `unauthenticated` once the admin has signed out.
 */
export async function lookAs(
  sql: Sql,
  caller: Caller,
  { name: by, sessionHash }: Admin,
  ambassadorId: string,
  now: Date,
): Promise<CommandAnswer<Session>> {
  const { brandId } = caller;
  const ambassador = (await findReaders(sql, brandId, [ambassadorId])).ambassadors.get(ambassadorId);
  if (ambassador === undefined) throw new DomainError('not_found', 'There is no such ambassador.');
  const own = sessionHash === null ? null : await lockSession(sql, sessionHash, now);
  if (own === undefined) throw new DomainError('unauthenticated', 'You are signed out: sign in again.');
  const session = await openSession(sql, { as: 'ambassador', brandId, id: ambassadorId }, own, now, by);
  await recordAudit(sql, 'portal-bff', caller, commandCause(brandId, now), {
    action: 'ambassador.look',
    target: { kind: 'ambassador', id: ambassadorId },
    after: { by, ambassador: ambassador.name, expiresAt: session.expiresAt },
    at: now,
  });
  return { body: session, mark: null };
}
