import type { Session } from '@cairn/contracts/http/auth';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { insertSession, type Session as StoredSession } from '../../out/postgres/sessions.js';
import type { Subject } from '../../out/postgres/subject.js';
import { after, lifetimes } from './lifetimes.js';
import { hashToken, newToken } from './token.js';

/**
 * Signs an ambassador or a member in: for 30 days, and no longer than the session that this one is made from. The token
 * is in the answer and kept nowhere.
 * @param madeFrom that session; it must be locked. @param lookedBy the name of the admin who only looks, for an hour.
 */
export async function openSession(
  sql: Sql,
  { as, brandId, id }: Subject,
  madeFrom: StoredSession | null,
  now: Date,
  lookedBy: string | null = madeFrom?.lookedBy ?? null,
): Promise<Session> {
  const token = newToken('cs');
  const lifetime = lookedBy === null ? lifetimes.session : lifetimes.look;
  const longest = after(now, lifetime);
  const expiresAt = madeFrom !== null && madeFrom.expiresAt < longest ? madeFrom.expiresAt : longest;
  const session = { hash: hashToken(token), as, brandId, id, expiresAt, lookedBy };
  await insertSession(sql, session, madeFrom?.hash ?? null, now);
  return { token, expiresAt };
}
