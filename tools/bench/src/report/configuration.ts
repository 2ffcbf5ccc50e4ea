import { topics } from '@cairn/contracts/topics';
import { brokerProperties } from '@cairn/local/stack/kafka-properties';
import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';
import type { Bed } from '../stack/bed.js';
import { onDatabase } from '../stack/databases.js';

/** What one thing is set to, as it was when it was measured. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

export interface Configuration {
  /** Of the one server that product and baselines share. */
  readonly postgres: readonly Setting[];
  readonly broker: readonly Setting[];
  readonly product: readonly Setting[];
  readonly baseline: readonly Setting[];
  /** Definitions, of the tables that a sale writes in points: the replay writes the same. */
  readonly indexes: readonly Setting[];
}

const serverSettings = [
  ...['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'wal_level', 'commit_delay'],
  ...['shared_buffers', 'max_wal_size', 'checkpoint_timeout', 'max_connections', 'work_mem', 'autovacuum'],
  ...['random_page_cost', 'max_parallel_workers_per_gather', 'jit', 'shared_preload_libraries'],
];
const brokerSettings = [
  ...['process.roles', 'min.insync.replicas', 'default.replication.factor'],
  ...['num.network.threads', 'num.io.threads'],
];
const tables = [
  'event_keys',
  'orders',
  'ambassador_refs',
  'accounts',
  'awards',
  'ledger',
  'receipts',
  'outbox',
];

/** Read from the running servers and from the code that sets it, so that it cannot be out of date. */
export async function readConfiguration(bed: Bed, workload: readonly Setting[]): Promise<Configuration> {
  const { DATABASE_POOL: pool, CHUNK_SIZE: chunk } = baseConfig.shape;
  const properties = brokerProperties({ logDir: '', host: '', port: 0, controllerPort: 0 }).split('\n');
  return {
    postgres: await onDatabase(bed, 'postgres', async client => {
      const { rows } = await client.query(
        'SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY($1) ORDER BY array_position($1, name)',
        [serverSettings],
      );
      return z.array(z.object({ name: z.string(), value: z.string() })).parse(rows);
    }),
    broker: [
      ...brokerSettings.map(name => ({
        name,
        value: properties.find(line => line.startsWith(`${name}=`))?.slice(name.length + 1) ?? 'the default',
      })),
      { name: 'log.flush.interval.messages', value: 'the default: written to the page cache, not flushed' },
      { name: 'heap', value: '-Xmx512m' },
    ],
    product: [
      { name: 'producer', value: 'kafkajs, acks=all, idempotent, one request under way, murmur2 by key' },
      {
        name: 'ingestion',
        value: 'gathers what arrives during a request into the next, writes routing hints first',
      },
      {
        name: 'consumer',
        value:
          'eachBatch, stored offsets in the chunk’s transaction, a chunk across the partitions of a topic',
      },
      {
        name: 'pool',
        value: `${pool.parse(undefined)} connections a service, ${pool.parse(undefined) - 6} transactions at once for events`,
      },
      { name: 'chunk', value: `at most ${chunk.parse(undefined)} messages a transaction` },
      { name: 'session', value: 'statement_timeout 9 s, idle_in_transaction_session_timeout 15 s' },
      {
        name: 'partitions',
        value: `${topics.activity.partitions} of activity, entries, receipts and milestones’ events`,
      },
      ...workload,
    ],
    baseline: [
      { name: 'producer', value: 'kafkajs, acks=all, not idempotent, one send a request' },
      {
        name: 'topics',
        value: `${topics.activity.partitions} partitions, the same max.message.bytes, on the same broker`,
      },
      {
        name: 'replay',
        value:
          '4 connections and one for the outbox, statements prepared as points does, a copy of points’ own database',
      },
      {
        name: 'copy',
        value: 'one connection, text format, one transaction, the same table, indexes and trigger',
      },
      { name: 'webhooks', value: 'one process, pool of 14, the INSERT prepared, each its own transaction' },
      {
        name: 'chain',
        value: 'one process, pool of 14, eachBatch, maxWaitTimeInMs 100, 8 partitions at once',
      },
    ],
    indexes: await onDatabase(bed, 'points', async client => {
      const { rows } = await client.query(
        `SELECT tablename AS name, indexdef AS value FROM pg_indexes
         WHERE schemaname = 'public' AND tablename = ANY($1) ORDER BY array_position($1, tablename::text), indexname`,
        [tables],
      );
      return z.array(z.object({ name: z.string(), value: z.string() })).parse(rows);
    }),
  };
}
