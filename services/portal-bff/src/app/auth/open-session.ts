import type { Session } from '@cairn/contracts/http/auth';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type AmbassadorSession, insertSession } from '../../out/postgres/sessions.js';
import { after, lifetimes } from './lifetimes.js';
import { hashToken, newToken } from './token.js';

/**
 * Signs an ambassador in: for 30 days, or with the session that this one is made from. The token is in the answer and
 * kept nowhere.
 * @param madeFrom that session; it must be locked.
 */
export async function openSession(
  sql: Sql,
  { brandId, ambassadorId }: Pick<AmbassadorSession, 'brandId' | 'ambassadorId'>,
  madeFrom: AmbassadorSession | null,
  now: Date,
): Promise<Session> {
  const token = newToken('cs');
  const expiresAt = madeFrom?.expiresAt ?? after(now, lifetimes.session);
  const session = { hash: hashToken(token), brandId, ambassadorId, expiresAt };
  await insertSession(sql, session, madeFrom?.hash ?? null, now);
  return { token, expiresAt };
}
