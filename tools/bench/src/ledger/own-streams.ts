import { type TopicDefinition, topics } from '@cairn/contracts/topics';
import { recallGroup } from '@cairn/service-kit/recall/own-offsets';
import type { Bed } from '../stack/bed.js';
import { onDatabase } from '../stack/databases.js';

const keepEnds = `
  INSERT INTO consumer_offsets (consumer_group, topic, partition, next_offset)
  SELECT $1, $2, partition, next FROM unnest($3::int[], $4::bigint[]) AS own (partition, next)
  ON CONFLICT (consumer_group, topic, partition) DO UPDATE SET next_offset = excluded.next_offset`;

/**
 * Lets points' database, put back to an earlier state, believe that it has read its own streams to their ends. Else
 * points would first read back what the run before has published, which is what a restored database is for, and not
 * what is measured here.
 */
export async function takeOwnStreamsAsRead(bed: Bed, database: string): Promise<void> {
  const own = Object.values<TopicDefinition>(topics).filter(({ producers }) => producers.includes('points'));
  await onDatabase(bed, database, async client => {
    for (const { topic } of own) {
      const ends = await bed.kafka.ends(topic);
      await client.query(keepEnds, [recallGroup, topic, [...ends.keys()], [...ends.values()]]);
    }
  });
}
