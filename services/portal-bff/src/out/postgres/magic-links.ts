import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Subject, subjectColumns, subjectIds } from './subject.js';

/** A mailed sign-in link; `hash` is the SHA-256 of its token, hex; `askedFrom` the address that the request came from. */
export interface MagicLink extends Subject {
  hash: string;
  askedFrom: string | null;
  requestedAt: string;
  expiresAt: string;
}

const insert = `
  INSERT INTO magic_links (hash, brand_id, ambassador_id, member_id, asked_from, requested_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/** An hour's links are kept for the limits; older ones that have expired are cleared away. */
const deleteOld = `DELETE FROM magic_links WHERE expires_at <= $1::timestamptz - interval '1 hour'`;

export async function insertMagicLink(sql: Sql, link: MagicLink): Promise<void> {
  const { hash, brandId, askedFrom, requestedAt, expiresAt } = link;
  await sql.query(deleteOld, [requestedAt]);
  await sql.query(insert, [hash, brandId, ...subjectIds(link), askedFrom, requestedAt, expiresAt]);
}

/** Several requests of one person are worked off at once; counting and adding is one after the other. */
const lockPerson = `SELECT pg_advisory_xact_lock(hashtextextended('magic links of ' || $1, 0))`;

const within = `requested_at > $2::timestamptz - interval '1 hour' AND requested_at <> $2`;

const countPersons = `
  SELECT count(DISTINCT requested_at) AS count FROM magic_links
  WHERE (ambassador_id = $1 OR member_id = $1) AND ${within}`;

const countAddress = `SELECT count(*) AS count FROM magic_links WHERE asked_from = $1 AND ${within}`;

/**
 * Links of other requests within the hour before this one: those of the same person (several tries of one request are
 * one), and those asked for from the same address. Until the commit nobody else counts the person's.
 */
export async function countOtherLinks(
  sql: Sql,
  { id, askedFrom, requestedAt }: Pick<MagicLink, 'id' | 'askedFrom' | 'requestedAt'>,
): Promise<{ ofPerson: number; fromAddress: number }> {
  await sql.query(lockPerson, [id]);
  const [person] = await sql.query<{ count: number }>(countPersons, [id, requestedAt]);
  const [address] = await sql.query<{ count: number }>(countAddress, [askedFrom, requestedAt]);
  return { ofPerson: person?.count ?? 0, fromAddress: address?.count ?? 0 };
}

const use = `
  UPDATE magic_links SET used_at = $2 WHERE hash = $1 AND used_at IS NULL AND expires_at > $2
  RETURNING ${subjectColumns}`;

/** Uses a link up, whoever comes first. Undefined where it was used, has expired, or never was. */
export async function consumeMagicLink(sql: Sql, hash: string, now: Date): Promise<Subject | undefined> {
  const [row] = await sql.query<Subject>(use, [hash, now.toISOString()]);
  return row;
}
