import type { Session } from '@cairn/contracts/http/auth';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { insertSession, type Session as StoredSession } from '../../out/postgres/sessions.js';
import type { Subject } from '../../out/postgres/subject.js';
import { after, lifetimes } from './lifetimes.js';
import { hashToken, newToken } from './token.js';

/**
 * Signs an ambassador or a member in: for 30 days, or with the session that this one is made from. The token is in the
 * answer and kept nowhere.
 * @param madeFrom that session; it must be locked.
 */
export async function openSession(
  sql: Sql,
  { as, brandId, id }: Subject,
  madeFrom: StoredSession | null,
  now: Date,
): Promise<Session> {
  const token = newToken('cs');
  const expiresAt = madeFrom?.expiresAt ?? after(now, lifetimes.session);
  const session = { hash: hashToken(token), as, brandId, id, expiresAt };
  await insertSession(sql, session, madeFrom?.hash ?? null, now);
  return { token, expiresAt };
}
