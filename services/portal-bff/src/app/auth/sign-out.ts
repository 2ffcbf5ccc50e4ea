import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { notifySessionsEnded } from '../../out/postgres/home-channel.js';
import { deleteSession } from '../../out/postgres/sessions.js';

/** DELETE /api/auth/session: ends the session, those made from it, and their open streams, on every replica. */
export async function signOut(db: DataSource, sessionHash: string): Promise<void> {
  await inTransaction(db, async sql => {
    await notifySessionsEnded(sql, await deleteSession(sql, sessionHash));
  });
}
