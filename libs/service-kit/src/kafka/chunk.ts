import type { KafkaMessage } from 'kafkajs';
import type { DataSource } from 'typeorm';
import { crashPoint } from '../crash-point.js';
import { inTransaction, type Sql } from '../postgres/sql.js';
import { isDeterministic } from './failure.js';
import { compareWithStored, lockStoredOffset, type PartitionOf, storeOffset } from './stored-offsets.js';

/** What a handler gets beside its events: the chunk's transaction. */
export interface ChunkContext {
  sql: Sql;
  topic: string;
  partition: number;
}

/** What becomes of a topic's messages. */
export interface MessageHandling<Item> {
  /** Undefined for what is to be skipped. @throws DecodeError for what can never be read. */
  decode: (message: KafkaMessage, partition: number) => Item | undefined;
  /** All of a chunk, in order; never called with none. */
  handle: (items: Item[], context: ChunkContext) => Promise<void>;
}

export interface ChunkOf extends PartitionOf {
  fetchedFrom: number;
  highWatermark: number;
}

export interface ChunkDeps<Item> extends MessageHandling<Item> {
  db: DataSource;
  /** Resolves once the dead-letter topic holds the message; null where nothing is buried and all is tried for ever. */
  bury: ((message: KafkaMessage, error: unknown) => Promise<void>) | null;
}

export type ChunkOutcome = { kind: 'done' } | { kind: 'seek'; to: number };

/**
 * Processes messages of one partition in one transaction and stores the offset behind them. A deterministic failure is
 * bisected to its one message, which is buried; any other error is thrown, and nothing has happened.
 */
export async function processChunk<Item>(
  deps: ChunkDeps<Item>,
  of: ChunkOf,
  messages: KafkaMessage[],
): Promise<ChunkOutcome> {
  try {
    return await inTransaction(deps.db, sql => apply(deps, of, messages, sql), { prepared: true });
  } catch (error) {
    if (deps.bury === null || !isDeterministic(error)) throw error;
    if (messages.length === 1) return await lastTry(deps, of, messages[0]!);
    const middle = messages.length >> 1;
    const first = await processChunk(deps, of, messages.slice(0, middle));
    return first.kind === 'seek' ? first : await processChunk(deps, of, messages.slice(middle));
  }
}

async function apply<Item>(
  deps: ChunkDeps<Item>,
  of: ChunkOf,
  messages: KafkaMessage[],
  sql: Sql,
): Promise<ChunkOutcome> {
  const verdict = compareWithStored(await lockStoredOffset(sql, of), of.fetchedFrom, of.highWatermark);
  if (verdict.kind === 'seek') return verdict;
  const fresh = messages.filter(message => Number(message.offset) >= verdict.from);
  if (fresh.length === 0) return { kind: 'done' };
  const items = fresh.map(message => deps.decode(message, of.partition)).filter(item => item !== undefined);
  if (items.length > 0) await deps.handle(items, { sql, topic: of.topic, partition: of.partition });
  await storeOffset(sql, of, Number(fresh.at(-1)!.offset) + 1);
  crashPoint('chunk.before-commit', of.topic);
  return { kind: 'done' };
}

/** Alone and once more: a constraint may have been broken by a race that is over now. */
async function lastTry<Item>(
  deps: ChunkDeps<Item>,
  of: ChunkOf,
  message: KafkaMessage,
): Promise<ChunkOutcome> {
  try {
    return await inTransaction(deps.db, sql => apply(deps, of, [message], sql));
  } catch (error) {
    if (!isDeterministic(error)) throw error;
    return await bury(deps, of, message, error);
  }
}

/** Only what this database has not done yet is buried: a zombie's message was its successor's to judge. */
async function bury<Item>(
  deps: ChunkDeps<Item>,
  of: ChunkOf,
  message: KafkaMessage,
  error: unknown,
): Promise<ChunkOutcome> {
  return await inTransaction(deps.db, async sql => {
    const verdict = compareWithStored(await lockStoredOffset(sql, of), of.fetchedFrom, of.highWatermark);
    if (verdict.kind === 'seek') return verdict;
    if (Number(message.offset) < verdict.from) return { kind: 'done' };
    await deps.bury?.(message, error);
    await storeOffset(sql, of, Number(message.offset) + 1);
    return { kind: 'done' };
  });
}
