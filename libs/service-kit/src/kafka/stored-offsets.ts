import type { Sql } from '../postgres/sql.js';

export interface PartitionsOf {
  group: string;
  topic: string;
}

const claimRows = `
  INSERT INTO consumer_offsets (consumer_group, topic, partition, next_offset)
  SELECT $1, $2, partition, -1 FROM unnest($3::int[]) AS row (partition) ORDER BY partition
  ON CONFLICT DO NOTHING`;

const lockRows = `
  SELECT partition, next_offset AS "nextOffset" FROM consumer_offsets
  WHERE consumer_group = $1 AND topic = $2 AND partition = ANY($3::int[])
  ORDER BY partition FOR UPDATE`;

const storeRows = `
  UPDATE consumer_offsets SET next_offset = row.next_offset
  FROM unnest($3::int[], $4::bigint[]) AS row (partition, next_offset)
  WHERE consumer_group = $1 AND topic = $2 AND consumer_offsets.partition = row.partition`;

/**
 * Locks the partitions' rows, in order: whoever else works on one of them waits, and then finds its messages done.
 * @returns the offset to process next of each; of one that this database has never processed there is none.
 */
export async function lockStoredOffsets(
  sql: Sql,
  { group, topic }: PartitionsOf,
  partitions: readonly number[],
): Promise<Map<number, number>> {
  const lock = () =>
    sql.query<{ partition: number; nextOffset: number }>(lockRows, [group, topic, partitions]);
  let rows = await lock();
  if (rows.length < partitions.length) {
    await sql.query(claimRows, [group, topic, partitions]);
    rows = await lock();
  }
  return new Map(
    rows.filter(row => row.nextOffset >= 0).map(({ partition, nextOffset }) => [partition, nextOffset]),
  );
}

/** @param next the offset to process next, by partition. */
export async function storeOffsets(
  sql: Sql,
  { group, topic }: PartitionsOf,
  next: ReadonlyMap<number, number>,
): Promise<void> {
  await sql.query(storeRows, [group, topic, [...next.keys()], [...next.values()]]);
}

/**
 * What a batch means to this database. `fetchedFrom` is the offset that the fetch asked for; gaps inside a batch are
 * compaction's and mean nothing, but a fetch from beyond `stored` would skip messages: then the consumer seeks back.
 * @param stored undefined where the partition was never processed.
 * @throws Error where the log ends before `stored`: it is not the log that this database knows, and nothing is skipped.
 */
export function compareWithStored(
  stored: number | undefined,
  fetchedFrom: number,
  highWatermark: number,
): { kind: 'process'; from: number } | { kind: 'seek'; to: number } {
  if (stored === undefined) return fetchedFrom > 0 ? { kind: 'seek', to: 0 } : { kind: 'process', from: 0 };
  if (stored > highWatermark) {
    throw new Error(
      `the log ends at ${highWatermark}, before the stored offset ${stored}: it was made anew; restore it, or reset the offset`,
    );
  }
  if (fetchedFrom > stored) return { kind: 'seek', to: stored };
  return { kind: 'process', from: stored };
}
