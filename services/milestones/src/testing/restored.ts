import type { EventOf } from '@cairn/contracts/envelope';
import type { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { topics } from '@cairn/contracts/topics';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { recallProgress } from '../app/recall-progress.js';

type ProgressEvent = EventOf<typeof progressChanged>;

const ofSeries = 'series_id IN (SELECT id FROM series WHERE brand_id = $1)';

/** What counting changes, with the condition that makes it one brand's. Parents come first. */
const tables: [table: string, own: string][] = [
  ['memberships', 'brand_id = $1'],
  ['catalog_versions', 'brand_id = $1'],
  ['ledger_positions', 'brand_id = $1'],
  ['progress', 'brand_id = $1'],
  ['unlocks', 'brand_id = $1'],
  ['progress_turns', 'brand_id = $1'],
  ['parked_entries', 'brand_id = $1'],
  ['recalled_unlocks', 'brand_id = $1'],
  ['series_participants', ofSeries],
  ['series_tier_counts', ofSeries],
  ['outbox', `key LIKE $1::text || '%'`],
];

/** One brand's stream as Kafka has it, and its database put back to an earlier instant. */
export function restorable(db: DataSource, brandId: string) {
  const log: ProgressEvent[] = [];
  return {
    /** Every event of milestones published so far. */
    log,
    /** As the relay does. */
    publish: async () => {
      const rows = await inTransaction(db, sql =>
        sql.query<{ topic: string; value: string }>(
          `WITH gone AS (DELETE FROM outbox WHERE key LIKE $1 || '%' RETURNING *)
           SELECT topic, value FROM gone ORDER BY id`,
          [brandId],
        ),
      );
      log.push(
        ...rows.filter(row => row.topic === topics.milestones.topic).map(row => JSON.parse(row.value)),
      );
    },
    backup: async () =>
      await inTransaction(db, async sql => {
        const backup = new Map<string, unknown>();
        for (const [table, own] of tables) {
          const [row] = await sql.query<{ rows: unknown }>(
            `SELECT coalesce(json_agg(t), '[]') AS rows FROM ${table} t WHERE ${own}`,
            [brandId],
          );
          backup.set(table, row!.rows);
        }
        return backup;
      }),
    /** Puts the database back, and does what a start does then: reads the own stream, all of it here. */
    restore: async (backup: Map<string, unknown>) => {
      await inTransaction(db, async sql => {
        for (const [table, own] of tables) {
          await sql.query(`DELETE FROM ${table} WHERE ${own}`, [brandId]);
          await sql.query(
            `INSERT INTO ${table} OVERRIDING SYSTEM VALUE
             SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`,
            [JSON.stringify(backup.get(table))],
          );
        }
      });
      await inTransaction(db, sql => recallProgress(sql, log));
    },
  };
}
