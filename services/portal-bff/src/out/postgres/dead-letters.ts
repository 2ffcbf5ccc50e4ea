import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Columns, unnest } from '@cairn/service-kit/postgres/unnest';

/** A message that a service could not process (see the kit's DeadLetterRecord). */
export interface DeadLetter {
  id: string;
  /** Null where nothing tells whose it is. */
  brandId: string | null;
  topic: string;
  partition: number | null;
  offset: number | null;
  key: string | null;
  value: Buffer | null;
  consumer: string;
  reason: string;
  error: string;
  at: string;
  replayedAt: string | null;
}

const written: Columns<DeadLetter> = {
  id: ['uuid', letter => letter.id],
  brand_id: ['uuid', letter => letter.brandId],
  topic: ['text', letter => letter.topic],
  partition: ['int', letter => letter.partition],
  source_offset: ['bigint', letter => letter.offset],
  key: ['text', letter => letter.key],
  value: ['bytea', letter => letter.value],
  consumer: ['text', letter => letter.consumer],
  reason: ['text', letter => letter.reason],
  error: ['text', letter => letter.error],
  at: ['timestamptz', letter => letter.at],
};

/** Keeps letters that are not here yet. */
export async function insertDeadLetters(sql: Sql, letters: readonly DeadLetter[]): Promise<void> {
  const set = unnest(letters, written);
  await sql.query(
    `INSERT INTO dead_letters (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY id
     ON CONFLICT (id) DO NOTHING`,
    set.params,
  );
}

const columns = (value: string) => `
  id, brand_id AS "brandId", topic, partition, source_offset AS "offset", key, ${value} AS value, consumer, reason,
  error, at, replayed_at AS "replayedAt"`;

/** Bytes of a message that a list shows; a longer one is read by itself. */
const shownInList = 65_536;

const selectLatest = `
  SELECT ${columns(`CASE WHEN octet_length(value) <= ${shownInList} THEN value END`)} FROM dead_letters
  WHERE ($1::uuid IS NULL OR brand_id = $1) AND (replayed_at IS NOT NULL) = $2 AND ($3::text IS NULL OR topic = $3)
    AND ($4::timestamptz IS NULL OR (at, id) < ($4, $5::uuid))
  ORDER BY at DESC, id DESC LIMIT $6`;

/** The newest `limit` letters before the cursor's (at, id); of a brand, or of all and of none where it is null. */
export async function listDeadLetters(
  sql: Sql,
  brandId: string | null,
  { replayed, topic }: { replayed: boolean; topic: string | null },
  before: readonly [string, string] | null,
  limit: number,
): Promise<DeadLetter[]> {
  const cursor = [before?.[0], before?.[1]];
  return await sql.query<DeadLetter>(selectLatest, [brandId, replayed, topic, ...cursor, limit]);
}

const selectOne = `
  SELECT ${columns('value')} FROM dead_letters WHERE id = $2 AND ($1::uuid IS NULL OR brand_id = $1)`;

/** Undefined for none of this brand; the brand null sees all. */
export async function findDeadLetter(
  sql: Sql,
  brandId: string | null,
  id: string,
): Promise<DeadLetter | undefined> {
  const [row] = await sql.query<DeadLetter>(selectOne, [brandId, id]);
  return row;
}

/** As {@link findDeadLetter}; until the commit nobody else replays it. */
export async function lockDeadLetter(
  sql: Sql,
  brandId: string | null,
  id: string,
): Promise<DeadLetter | undefined> {
  const [row] = await sql.query<DeadLetter>(`${selectOne} FOR UPDATE`, [brandId, id]);
  return row;
}

export async function markReplayed(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.query('UPDATE dead_letters SET replayed_at = $2 WHERE id = $1', [id, now.toISOString()]);
}

/** Deletes the letters that were given up before `instant`. @returns how many. */
export async function deleteDeadLettersBefore(sql: Sql, instant: string): Promise<number> {
  return (await sql.query('DELETE FROM dead_letters WHERE at < $1 RETURNING id', [instant])).length;
}

const countOpen =
  'SELECT topic, count(*) AS count FROM dead_letters WHERE replayed_at IS NULL GROUP BY topic';

/** Letters not replayed, by topic. */
export async function countOpenDeadLetters(sql: Sql): Promise<{ topic: string; count: number }[]> {
  return await sql.query<{ topic: string; count: number }>(countOpen);
}
