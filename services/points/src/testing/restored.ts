import type { Envelope, EventOf } from '@cairn/contracts/envelope';
import { adjustmentPosted } from '@cairn/contracts/events/points/adjustment-posted';
import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { topics } from '@cairn/contracts/topics';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { type EntryEvent, recallEntries } from '../app/recall-entries.js';
import { releaseHolds } from '../app/release-holds.js';
import { recallReceipts } from '../out/postgres/recalled-receipts.js';
import { recallReasons } from '../out/postgres/recalled-rows.js';

/** What a brand's judging changes; what it is judged by stays in a test. */
const tables = [
  'event_keys',
  'orders',
  'refunds',
  'accounts',
  'ledger',
  'adjustments',
  'awards',
  'receipts',
  'parked_events',
  'proofs',
  'action_places',
  'campaign_steps',
  'submissions',
  'attributed_sales',
  'sale_days',
  'refused_events',
  'due_work',
  'recalled_rows',
  'recalled_reasons',
];

type Backup = Map<string, unknown>;

/** One brand's stream as Kafka has it, and its database put back to an earlier instant. */
export function restorable(db: DataSource, brandId: string) {
  const sql = onPool(db);
  const log: { topic: string; event: Envelope }[] = [];
  return {
    /** Every event published so far. */
    log,
    /** As the relay does. @param most published at once: the rest is left in the outbox. */
    publish: async (most = 1_000_000) => {
      const rows = await sql.query<{ topic: string; value: string }>(
        `WITH oldest AS (SELECT id FROM outbox WHERE key LIKE $1 || '%' ORDER BY id LIMIT $2),
           gone AS (DELETE FROM outbox USING oldest WHERE outbox.id = oldest.id RETURNING outbox.*)
         SELECT topic, value FROM gone ORDER BY id`,
        [brandId, most],
      );
      log.push(...rows.map(({ topic, value }) => ({ topic, event: JSON.parse(value) as Envelope })));
    },
    backup: async (): Promise<Backup> => {
      const backup: Backup = new Map();
      for (const table of tables) {
        const [row] = await sql.query<{ rows: unknown }>(
          `SELECT coalesce(json_agg(t), '[]') AS rows FROM ${table} t WHERE brand_id = $1`,
          [brandId],
        );
        backup.set(table, row!.rows);
      }
      const [outbox] = await sql.query<{ rows: unknown }>(
        `SELECT coalesce(json_agg(t), '[]') AS rows FROM outbox t WHERE key LIKE $1 || '%'`,
        [brandId],
      );
      return backup.set('outbox', outbox!.rows);
    },
    /** What happened since is forgotten, and what was not published with it. */
    restore: (backup: Backup) =>
      inTransaction(db, async tx => {
        // Past the trigger that keeps the ledger: a restore asks nobody.
        await tx.query('SET LOCAL session_replication_role = replica');
        for (const [table, rows] of backup) {
          const own = table === 'outbox' ? `key LIKE $1 || '%'` : 'brand_id = $1';
          await tx.query(`DELETE FROM ${table} WHERE ${own}`, [brandId]);
          await tx.query(
            `INSERT INTO ${table} OVERRIDING SYSTEM VALUE
             SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`,
            [JSON.stringify(rows)],
          );
        }
      }),
    /** What a start does: reads the own streams, all of them here. */
    recall: async (at = new Date('2026-12-31T00:00:00Z')) => {
      const of = (topic: string) => log.filter(row => row.topic === topic).map(row => row.event);
      for (const chunk of chunksOf(of(topics.entries.topic), 7)) {
        await inTransaction(db, tx => recallEntries(tx, chunk as EntryEvent[], at));
      }
      for (const chunk of chunksOf(of(topics.receipts.topic), 7)) {
        const receipts = chunk.filter(event => event.type === receiptChanged.type) as ReceiptEvent[];
        const reasons = chunk.filter(event => event.type === adjustmentPosted.type) as AdjustmentEvent[];
        await inTransaction(db, tx => recallReceipts(tx, receipts));
        await inTransaction(db, tx => recallReasons(tx, reasons));
      }
    },
    /** As the due work does. */
    releaseDue: async (at: Date) => {
      for (const { ambassadorId, id } of await dueAwards(sql, brandId, at)) {
        await inTransaction(db, tx => releaseHolds(tx, brandId, ambassadorId, id, at));
      }
    },
    /** Of each number of each ledger the first, as readers keep them; all that milestones sums. */
    kept: () => {
      const first = new Map<string, EntryEvent['data']>();
      for (const { topic, event } of log) {
        if (topic !== topics.entries.topic) continue;
        const { data } = event as EntryEvent;
        const key = `${data.ambassadorId}:${data.seq}`;
        if (!first.has(key)) first.set(key, data);
      }
      return [...first.values()];
    },
    /** Of each receipt the newest, as readers keep it. */
    receiptsKept: () => {
      const newest = new Map<string, ReceiptEvent['data']>();
      const versions = new Map<string, number>();
      for (const { topic, event } of log) {
        if (topic !== topics.receipts.topic || event.type !== receiptChanged.type) continue;
        const { data, aggregateversion = 0 } = event as ReceiptEvent;
        if (aggregateversion <= (versions.get(data.eventId) ?? 0)) continue;
        versions.set(data.eventId, aggregateversion);
        newest.set(data.eventId, data);
      }
      return newest;
    },
    openRows: async () =>
      await sql.query('SELECT event_id FROM recalled_rows WHERE brand_id = $1 AND open', [brandId]),
  };
}

type ReceiptEvent = EventOf<typeof receiptChanged>;
type AdjustmentEvent = EventOf<typeof adjustmentPosted>;

async function dueAwards(sql: Sql, brandId: string, at: Date) {
  return await sql.query<{ ambassadorId: string; id: string }>(
    `SELECT ambassador_id AS "ambassadorId", id FROM awards
     WHERE brand_id = $1 AND held AND available_at <= $2 ORDER BY available_at, id`,
    [brandId, at.toISOString()],
  );
}

function chunksOf<Thing>(things: readonly Thing[], size: number): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, n) =>
    things.slice(n * size, n * size + size),
  );
}
