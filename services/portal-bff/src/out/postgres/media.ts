import type { MediaKind } from '@cairn/contracts/http/media';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Whose it is. */
export interface MediaOwner {
  brandId: string;
  ambassadorId: string;
}

/** A stored photo or video. */
export interface StoredMedia extends MediaOwner {
  id: string;
  kind: MediaKind;
  type: string;
  /** As many bytes as are stored. */
  bytes: number;
  sha256: string;
  proofUrl: string;
}

/** One that comes in, with what it may take at most. */
export interface ComingMedia extends MediaOwner {
  id: string;
  kind: MediaKind;
  type: string;
  bytes: number;
}

const lockOwner = "SELECT pg_advisory_xact_lock(hashtextextended('media ' || $1 || ' ' || $2, 0))";

/** What one person stores is decided one after the other, to the end of the transaction. */
export async function lockMediaOf(sql: Sql, { brandId, ambassadorId }: MediaOwner): Promise<void> {
  await sql.query(lockOwner, [brandId, ambassadorId]);
}

const usage = `
  SELECT coalesce(sum(bytes), 0)::float8 AS bytes, min(created_at) AS oldest FROM media
  WHERE brand_id = $1 AND ambassador_id = $2 AND created_at > $3`;

/** Bytes that somebody has stored, or stores just now, since an instant; and the first of those instants. */
export async function mediaUsage(
  sql: Sql,
  { brandId, ambassadorId }: MediaOwner,
  since: string,
): Promise<{ bytes: number; oldest: string | null }> {
  const [row] = await sql.query<{ bytes: number; oldest: string | null }>(usage, [
    brandId,
    ambassadorId,
    since,
  ]);
  return row!;
}

const insert = `
  INSERT INTO media (id, brand_id, ambassador_id, type, kind, bytes, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

export async function insertMedia(sql: Sql, media: ComingMedia, at: string): Promise<void> {
  const { id, brandId, ambassadorId, type, kind, bytes } = media;
  await sql.query(insert, [id, brandId, ambassadorId, type, kind, bytes, at]);
}

/** By media_by_content: the first one that names these bytes in the brand, by whoever, says what their proof is called. */
const settle = `
  UPDATE media SET sha256 = $2, bytes = $3, proof_url = coalesce(
    (SELECT known.proof_url FROM media known
     WHERE known.brand_id = media.brand_id AND known.sha256 = $2
     ORDER BY known.created_at, known.id LIMIT 1), $4)
  WHERE id = $1 AND sha256 IS NULL RETURNING id`;

/** What came in is whole. @returns false where it was swept meanwhile. */
export async function settleMedia(
  sql: Sql,
  id: string,
  { sha256, bytes, proofUrl }: Pick<StoredMedia, 'sha256' | 'bytes' | 'proofUrl'>,
): Promise<boolean> {
  return (await sql.query(settle, [id, sha256, bytes, proofUrl])).length === 1;
}

const columns = `id, brand_id AS "brandId", ambassador_id AS "ambassadorId", kind, type, bytes::float8 AS bytes, sha256,
  proof_url AS "proofUrl"`;

const find = `
  SELECT ${columns} FROM media
  WHERE brand_id = $1 AND sha256 = $2 AND ($3::uuid IS NULL OR ambassador_id = $3)
  ORDER BY created_at, id LIMIT 1`;

/** By its content. @param ambassadorId null: of anybody in the brand, whose bytes are the same. */
export async function findMedia(
  sql: Sql,
  brandId: string,
  sha256: string,
  ambassadorId: string | null,
): Promise<StoredMedia | undefined> {
  return (await sql.query<StoredMedia>(find, [brandId, sha256, ambassadorId]))[0];
}

const proofs = `
  SELECT ${columns} FROM media
  WHERE brand_id = $1 AND sha256 = ANY($2::text[])`;

/** Those whose content is one of these, of everybody in the brand. */
export async function mediaByContent(
  sql: Sql,
  brandId: string,
  sha256s: readonly string[],
): Promise<StoredMedia[]> {
  return sha256s.length === 0 ? [] : await sql.query<StoredMedia>(proofs, [brandId, sha256s]);
}

const use = `
  UPDATE media SET uses = CASE WHEN $2 = ANY(uses) THEN uses ELSE array_append(uses, $2) END
  WHERE id = $1 AND sha256 IS NOT NULL RETURNING kept_at IS NOT NULL AS kept`;

/** It is to be the proof of an event. @returns undefined where it was swept meanwhile. */
export async function useMedia(
  sql: Sql,
  id: string,
  eventId: string,
): Promise<{ kept: boolean } | undefined> {
  return (await sql.query<{ kept: boolean }>(use, [id, eventId]))[0];
}

const unuse = 'UPDATE media SET uses = array_remove(uses, $2) WHERE id = $1';

/** It is not the proof of that event after all. */
export async function unuseMedia(sql: Sql, id: string, eventId: string): Promise<void> {
  await sql.query(unuse, [id, eventId]);
}

const keep = 'UPDATE media SET kept_at = $2 WHERE id = $1 AND kept_at IS NULL';

/** An event that names it is accepted: it stays. */
export async function keepMedia(sql: Sql, id: string, at: string): Promise<void> {
  await sql.query(keep, [id, at]);
}

const unkept = 'SELECT uses FROM media WHERE id = $1 AND kept_at IS NULL';

/** The events that may name it; undefined where it is kept, or gone. */
export async function usesOfUnkept(sql: Sql, id: string): Promise<string[] | undefined> {
  return (await sql.query<{ uses: string[] }>(unkept, [id]))[0]?.uses;
}

const forget = `
  UPDATE media SET sha256 = NULL, proof_url = NULL
  WHERE id = $1 AND kept_at IS NULL AND uses = $2::text[] RETURNING id`;

/**
 * Nobody finds it from here on, and its bytes may go.
 * @param uses as they were when that was decided. @returns false where it was used or kept since.
 */
export async function forgetMedia(sql: Sql, id: string, uses: readonly string[]): Promise<boolean> {
  return (await sql.query(forget, [id, uses])).length === 1;
}

const remove = 'DELETE FROM media WHERE id = $1 AND kept_at IS NULL AND sha256 IS NULL';

/** Its bytes are gone. */
export async function deleteMedia(sql: Sql, id: string): Promise<void> {
  await sql.query(remove, [id]);
}

const exists = 'SELECT FROM media WHERE id = $1';

export async function mediaExists(sql: Sql, id: string): Promise<boolean> {
  return (await sql.query(exists, [id])).length === 1;
}

const erase = 'DELETE FROM media WHERE brand_id = $1 AND ambassador_id = $2 RETURNING id';

/** Everything of one person. @returns the ids. */
export async function eraseMediaOf(sql: Sql, { brandId, ambassadorId }: MediaOwner): Promise<string[]> {
  return (await sql.query<{ id: string }>(erase, [brandId, ambassadorId])).map(({ id }) => id);
}
