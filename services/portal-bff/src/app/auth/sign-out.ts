import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { notifySessionsEnded } from '../../out/postgres/home-channel.js';
import { deleteSession, type Session } from '../../out/postgres/sessions.js';

/**
 * DELETE /api/auth/session: ends the session, those made from it, and their open streams, on every replica.
 * @returns the one that it was; undefined where there was none.
 */
export async function signOut(db: DataSource, sessionHash: string): Promise<Session | undefined> {
  return await inTransaction(db, async sql => {
    const ended = await deleteSession(sql, sessionHash);
    await notifySessionsEnded(
      sql,
      ended.map(session => session.hash),
    );
    return ended.find(({ hash }) => hash === sessionHash);
  });
}
