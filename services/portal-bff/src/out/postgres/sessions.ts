import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Subject, subjectColumns, subjectIds } from './subject.js';

/** Somebody's session; `hash` is the SHA-256 of its token, hex. */
export interface Session extends Subject {
  hash: string;
  expiresAt: string;
  /** The admin who looks at the portal with it, by name; null in somebody's own. */
  lookedBy: string | null;
}

/** An ambassador's session, as the portal knows it. */
export interface AmbassadorSession {
  hash: string;
  brandId: string;
  ambassadorId: string;
  expiresAt: string;
  /** As of a {@link Session}: with it nothing is changed (domain.md 6.1). */
  lookedBy: string | null;
}

const insert = `
  INSERT INTO sessions (hash, brand_id, ambassador_id, member_id, created_at, expires_at, made_from, looked_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const deleteExpired = 'DELETE FROM sessions WHERE expires_at <= $1';

/**
 * Also clears away what has expired.
 * @param madeFrom hash of the session that it ends with; that one must be locked.
 */
export async function insertSession(
  sql: Sql,
  session: Session,
  madeFrom: string | null,
  now: Date,
): Promise<void> {
  const { hash, brandId, expiresAt, lookedBy } = session;
  await sql.query(deleteExpired, [now.toISOString()]);
  const subject = subjectIds(session);
  await sql.query(insert, [hash, brandId, ...subject, now.toISOString(), expiresAt, madeFrom, lookedBy]);
}

const selectAmbassadors = `
  SELECT hash, brand_id AS "brandId", ambassador_id AS "ambassadorId", expires_at AS "expiresAt",
    looked_by AS "lookedBy"
  FROM sessions WHERE hash = $1 AND expires_at > $2 AND ambassador_id IS NOT NULL`;

/** An ambassador's; a member's session opens no portal. */
export async function findSession(sql: Sql, hash: string, now: Date): Promise<AmbassadorSession | undefined> {
  const [row] = await sql.query<AmbassadorSession>(selectAmbassadors, [hash, now.toISOString()]);
  return row;
}

const selectLocked = `
  SELECT hash, ${subjectColumns}, expires_at AS "expiresAt", looked_by AS "lookedBy"
  FROM sessions WHERE hash = $1 AND expires_at > $2 FOR KEY SHARE`;

/** Anybody's; until the commit nobody ends it. */
export async function lockSession(sql: Sql, hash: string, now: Date): Promise<Session | undefined> {
  const [row] = await sql.query<Session>(selectLocked, [hash, now.toISOString()]);
  return row;
}

/** One that is made from them meanwhile goes by the foreign key. */
const deleteWithMade = (which: 'hash' | 'member_id') => `
  WITH RECURSIVE ended AS (
    SELECT hash FROM sessions WHERE ${which} = $1
    UNION SELECT made.hash FROM sessions AS made JOIN ended ON made.made_from = ended.hash)
  DELETE FROM sessions WHERE hash IN (SELECT hash FROM ended)
  RETURNING hash, ${subjectColumns}, expires_at AS "expiresAt", looked_by AS "lookedBy"`;

/** Ends a session and all that were made from it, directly or not: a person's own, and their looks. @returns them. */
export async function deleteSession(sql: Sql, hash: string): Promise<Session[]> {
  return await sql.query<Session>(deleteWithMade('hash'), [hash]);
}

/** The same, of all that a member has. */
export async function deleteSessionsOfMember(sql: Sql, memberId: string): Promise<Session[]> {
  return await sql.query<Session>(deleteWithMade('member_id'), [memberId]);
}
