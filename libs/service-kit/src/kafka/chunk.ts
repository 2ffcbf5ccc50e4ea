import type { Envelope } from '@cairn/contracts/envelope';
import type { KafkaMessage } from 'kafkajs';
import type { DataSource } from 'typeorm';
import { crashPoint } from '../crash-point.js';
import { afterCommit, inTransaction, type Sql } from '../postgres/sql.js';
import { eventsHandled, handlerSeconds } from '../telemetry/metrics.js';
import { ChunkTrace, type Delivered } from './chunk-trace.js';
import { isDeterministic } from './failure.js';
import { compareWithStored, lockStoredOffsets, type PartitionsOf, storeOffsets } from './stored-offsets.js';

/** What a handler gets beside its events: the chunk's transaction. */
export interface ChunkContext {
  sql: Sql;
  topic: string;
  /** The lowest of the chunk's partitions: no two chunks of a topic that run at the same time have the same. */
  partition: number;
}

/** What becomes of a topic's messages. */
export interface MessageHandling<Item> {
  /** Undefined for what is to be skipped. @throws DecodeError for what can never be read. */
  decode: (message: KafkaMessage, partition: number) => Item | undefined;
  /** All of a chunk, in each partition's order; never called with none. */
  handle: (items: Item[], context: ChunkContext) => Promise<void>;
  /** The event that an item is, for its trace. */
  eventOf?: (item: Item) => Envelope;
}

/** A partition's share of a chunk. */
export interface Part {
  partition: number;
  fetchedFrom: number;
  highWatermark: number;
  messages: readonly KafkaMessage[];
}

export interface ChunkDeps<Item> extends MessageHandling<Item> {
  db: DataSource;
  of: PartitionsOf;
  /** Resolves once the dead-letter topic holds the message; null where nothing is buried and all is tried for ever. */
  bury: ((message: KafkaMessage, partition: number, error: unknown) => Promise<void>) | null;
}

export type PartOutcome =
  | { kind: 'done' }
  | { kind: 'seek'; to: number }
  | { kind: 'failed'; error: unknown };

/**
 * Processes a chunk in one transaction and stores the offsets behind it; what cannot be processed has not happened.
 * What can never be processed is found by taking the parts one by one, and then halves of a part; that one message is
 * buried.
 * @returns what became of each part, in the order given.
 */
export async function processChunk<Item>(
  deps: ChunkDeps<Item>,
  parts: readonly Part[],
): Promise<PartOutcome[]> {
  try {
    return await transaction(deps, parts, { prepared: true });
  } catch (error) {
    if (deps.bury === null || !isDeterministic(error)) return parts.map(() => ({ kind: 'failed', error }));
    const outcomes: PartOutcome[] = [];
    for (const part of parts) outcomes.push(await partByHalves(deps, part));
    return outcomes;
  }
}

async function partByHalves<Item>(deps: ChunkDeps<Item>, part: Part): Promise<PartOutcome> {
  try {
    return await halves(deps, part);
  } catch (error) {
    return { kind: 'failed', error };
  }
}

async function halves<Item>(deps: ChunkDeps<Item>, part: Part): Promise<PartOutcome> {
  try {
    return (await transaction(deps, [part], { prepared: false }))[0]!;
  } catch (error) {
    if (!isDeterministic(error)) throw error;
    const { messages } = part;
    // A constraint may have been broken by a race that is over now: one message has had its tries by then.
    if (messages.length === 1) return await bury(deps, part, error);
    const middle = messages.length >> 1;
    const first = await halves(deps, { ...part, messages: messages.slice(0, middle) });
    return first.kind === 'seek' ? first : await halves(deps, { ...part, messages: messages.slice(middle) });
  }
}

async function transaction<Item>(
  deps: ChunkDeps<Item>,
  parts: readonly Part[],
  { prepared }: { prepared: boolean },
): Promise<PartOutcome[]> {
  const trace = new ChunkTrace(deps.of);
  try {
    const { outcomes } = await inTransaction(deps.db, sql => apply(deps, parts, sql, trace), {
      prepared,
      atCommit: async (sql, { next }) => {
        if (next.size === 0) return;
        crashPoint('chunk.before-commit', deps.of.topic);
        await storeOffsets(sql, deps.of, next);
      },
    });
    trace.end();
    return outcomes;
  } catch (error) {
    trace.end(error);
    throw error;
  }
}

/** @returns with the outcomes the offsets to store behind them, by partition. */
async function apply<Item>(
  deps: ChunkDeps<Item>,
  parts: readonly Part[],
  sql: Sql,
  trace: ChunkTrace,
): Promise<{ outcomes: PartOutcome[]; next: ReadonlyMap<number, number> }> {
  const { of, decode, handle, eventOf } = deps;
  const stored = await lockStoredOffsets(
    sql,
    of,
    parts.map(({ partition }) => partition),
  );
  const next = new Map<number, number>();
  const items: Item[] = [];
  const delivered: Delivered[] = [];
  const outcomes = parts.map((part): PartOutcome => {
    const { partition, fetchedFrom, highWatermark, messages } = part;
    const verdict = compareWithStored(stored.get(partition), fetchedFrom, highWatermark);
    if (verdict.kind === 'seek') return verdict;
    const fresh = messages.filter(message => Number(message.offset) >= verdict.from);
    if (fresh.length > 0) next.set(partition, Number(fresh.at(-1)!.offset) + 1);
    for (const message of fresh) {
      const item = decode(message, partition);
      if (item === undefined) continue;
      items.push(item);
      delivered.push({ message, partition, event: eventOf?.(item) });
    }
    return { kind: 'done' };
  });
  if (items.length > 0) {
    const context = { sql, topic: of.topic, partition: Math.min(...next.keys()) };
    const endTimer = handlerSeconds.startTimer({ topic: of.topic });
    let outcome = 'failed';
    try {
      await trace.run(delivered, () => handle(items, context));
      outcome = 'ok';
    } finally {
      endTimer({ outcome });
    }
    afterCommit(sql, () => {
      for (const { event } of delivered) eventsHandled.inc({ topic: of.topic, type: event?.type ?? 'none' });
    });
  }
  return { outcomes, next };
}

/** Only what this database has not done yet is buried: a zombie's message was its successor's to judge. */
async function bury<Item>(deps: ChunkDeps<Item>, part: Part, error: unknown): Promise<PartOutcome> {
  const { partition, fetchedFrom, highWatermark } = part;
  const message = part.messages[0]!;
  return await inTransaction(deps.db, async sql => {
    const stored = (await lockStoredOffsets(sql, deps.of, [partition])).get(partition);
    const verdict = compareWithStored(stored, fetchedFrom, highWatermark);
    if (verdict.kind === 'seek') return verdict;
    if (Number(message.offset) < verdict.from) return { kind: 'done' };
    await deps.bury?.(message, partition, error);
    await storeOffsets(sql, deps.of, new Map([[partition, Number(message.offset) + 1]]));
    return { kind: 'done' };
  });
}
