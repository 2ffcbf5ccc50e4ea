import type { Sql } from '../postgres/sql.js';

export interface PartitionOf {
  group: string;
  topic: string;
  partition: number;
}

const claimRow = `
  INSERT INTO consumer_offsets (consumer_group, topic, partition, next_offset) VALUES ($1, $2, $3, -1)
  ON CONFLICT DO NOTHING`;

const lockRow = `
  SELECT next_offset FROM consumer_offsets
  WHERE consumer_group = $1 AND topic = $2 AND partition = $3
  FOR UPDATE`;

const storeRow = `
  UPDATE consumer_offsets SET next_offset = $4
  WHERE consumer_group = $1 AND topic = $2 AND partition = $3`;

/**
 * Locks the partition's row: whoever else works on this partition waits, and then finds its messages done.
 * @returns the offset to process next; null where this database has never processed the partition.
 */
export async function lockStoredOffset(sql: Sql, of: PartitionOf): Promise<number | null> {
  const key = [of.group, of.topic, of.partition];
  let [row] = await sql.query<{ next_offset: number }>(lockRow, key);
  if (row === undefined) {
    await sql.query(claimRow, key);
    [row] = await sql.query<{ next_offset: number }>(lockRow, key);
  }
  return row === undefined || row.next_offset < 0 ? null : row.next_offset;
}

export async function storeOffset(sql: Sql, of: PartitionOf, next: number): Promise<void> {
  await sql.query(storeRow, [of.group, of.topic, of.partition, next]);
}

/**
 * What a batch means to this database. `fetchedFrom` is the offset that the fetch asked for; gaps inside a batch are
 * compaction's and mean nothing, but a fetch from beyond `stored` would skip messages: then the consumer seeks back.
 * @throws Error where the log ends before `stored`: it is not the log that this database knows, and nothing is skipped.
 */
export function compareWithStored(
  stored: number | null,
  fetchedFrom: number,
  highWatermark: number,
): { kind: 'process'; from: number } | { kind: 'seek'; to: number } {
  if (stored === null) return fetchedFrom > 0 ? { kind: 'seek', to: 0 } : { kind: 'process', from: 0 };
  if (stored > highWatermark) {
    throw new Error(
      `the log ends at ${highWatermark}, before the stored offset ${stored}: it was made anew; restore it, or reset the offset`,
    );
  }
  if (fetchedFrom > stored) return { kind: 'seek', to: stored };
  return { kind: 'process', from: stored };
}
