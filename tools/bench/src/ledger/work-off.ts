import { catalogStreams, type TopicDefinition, topics } from '@cairn/contracts/topics';
import type { ServiceName } from '@cairn/local/services/service-names';
import { z } from 'zod';
import type { Bed } from '../stack/bed.js';
import { onDatabase } from '../stack/databases.js';
import { runService } from '../stack/service-run.js';
import { until } from '../stack/until.js';

/** What one service did of what waited for it, alone on the machine. */
export interface WorkedOff {
  readonly messages: number;
  /** From its first stored offset to its last; the first chunks are not in `messages`. */
  readonly seconds: number;
  /** When the last offset was stored, milliseconds since 1970. */
  readonly endedAt: number;
}

/** Milliseconds for the offsets, and for work that was due with them (mails, grants). */
const limit = 240_000;
const dueLimit = 15_000;

const selectOffsets = `
  SELECT coalesce(sum(greatest(next_offset, 0)), 0)::float8 AS done FROM consumer_offsets WHERE consumer_group = $1`;
const selectDue = 'SELECT count(*)::int AS due FROM due_work WHERE due_at <= now()';

/**
 * Runs one service until its stored offsets are at the end of its topics, then stops it as the product does.
 * @param database its own, or one that `extra` names.
 */
export async function workOff(
  bed: Bed,
  name: ServiceName,
  nodeArgs: readonly string[] = [],
  extra: NodeJS.ProcessEnv = {},
  database: string = name.replaceAll('-', '_'),
): Promise<WorkedOff> {
  const end = await endOf(bed, name);
  return await onDatabase(bed, database, async client => {
    const done = async (): Promise<number> =>
      z.object({ done: z.number() }).parse((await client.query(selectOffsets, [name])).rows[0]).done;
    const before = await done();
    const service = await runService(bed, name, nodeArgs, extra);
    let first: { at: number; done: number } | undefined;
    const last = await until(
      `${name} to work off ${end - before} messages`,
      async () => {
        const now = await done();
        if (now > before) first ??= { at: Date.now(), done: now };
        return now >= end ? { at: Date.now() } : undefined;
      },
      { limit, every: 10 },
    );
    const isQuiet = async (): Promise<boolean> =>
      z.object({ due: z.number() }).parse((await client.query(selectDue)).rows[0]).due === 0;
    await until('due work', isQuiet, { limit: dueLimit, every: 200 }).catch(() => undefined);
    await service.stop();
    const messages = end - (first?.done ?? end);
    return { messages, seconds: (last.at - (first?.at ?? last.at)) / 1000, endedAt: last.at };
  });
}

/**
 * Where a service's group is when it has done everything. Catalog topics have a group of their own, and so has what a
 * service reads back of its own streams.
 */
async function endOf(bed: Bed, name: ServiceName): Promise<number> {
  const read = Object.entries<TopicDefinition>(topics).filter(
    ([key, { consumers, producers }]) =>
      consumers.includes(name) && !producers.includes(name) && !catalogStreams.some(stream => stream === key),
  );
  const ends = await Promise.all(read.map(([, { topic }]) => bed.kafka.records(topic)));
  return ends.reduce((sum, records) => sum + records, 0);
}
