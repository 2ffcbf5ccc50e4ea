import type { Session } from '@cairn/contracts/http/auth';
import { DomainError } from '@cairn/service-kit/domain-error';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { consumeMagicLink } from '../../out/postgres/magic-links.js';
import { lockSession, type Session as StoredSession } from '../../out/postgres/sessions.js';
import type { Subject } from '../../out/postgres/subject.js';
import { openSession } from './open-session.js';
import { hashToken } from './token.js';

/** A session, which UI it is for, and which admin only looks with it. */
export type SignedIn = Session & Pick<Subject, 'as'> & Pick<StoredSession, 'lookedBy'>;

/**
 * POST /api/auth/session: turns a mailed link's token into a session, once. A session's own token is taken too, and
 * gives another session that ends with it: so a brand's front end hands its ambassador over to the portal. What only
 * looks gives what only looks (domain.md 6.1).
 * @throws DomainError `link_used`
 */
export async function signIn(db: DataSource, token: string, now: Date): Promise<SignedIn> {
  return await inTransaction(db, async sql => {
    const hash = hashToken(token);
    const linked = await consumeMagicLink(sql, hash, now);
    if (linked !== undefined)
      return { ...(await openSession(sql, linked, null, now)), as: linked.as, lookedBy: null };
    const session = await lockSession(sql, hash, now);
    if (session === undefined) {
      throw new DomainError(
        'link_used',
        'This sign-in link was used before, or is older than 15 minutes. Ask for a new one.',
      );
    }
    const { as, lookedBy } = session;
    return { ...(await openSession(sql, session, session, now)), as, lookedBy };
  });
}
