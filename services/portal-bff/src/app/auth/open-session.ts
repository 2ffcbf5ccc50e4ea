import type { Session } from '@cairn/contracts/http/auth';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { insertSession } from '../../out/postgres/sessions.js';
import { after, lifetimes } from './lifetimes.js';
import { hashToken, newToken } from './token.js';

/** Signs an ambassador in for 30 days, or until `expiresAt`. The token is in the answer and kept nowhere. */
export async function openSession(
  sql: Sql,
  of: { brandId: string; ambassadorId: string; expiresAt?: string },
  now: Date,
): Promise<Session> {
  const token = newToken('cs');
  const { brandId, ambassadorId, expiresAt = after(now, lifetimes.session) } = of;
  await insertSession(sql, { hash: hashToken(token), brandId, ambassadorId, expiresAt }, now);
  return { token, expiresAt };
}
