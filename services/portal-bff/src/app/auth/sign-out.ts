import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { notifySessionEnded } from '../../out/postgres/home-channel.js';
import { deleteSession } from '../../out/postgres/sessions.js';

/** DELETE /api/auth/session: ends the session and its open streams, on every replica. */
export async function signOut(db: DataSource, sessionHash: string): Promise<void> {
  await inTransaction(db, async sql => {
    await deleteSession(sql, sessionHash);
    await notifySessionEnded(sql, sessionHash);
  });
}
