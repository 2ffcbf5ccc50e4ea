import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** What a resume walks over. Without a transaction: progress is large, and rows go on being counted meanwhile. */
export const progressCollectedMigration = sqlMigration(
  'ProgressCollected1763900000007',
  `CREATE INDEX CONCURRENTLY IF NOT EXISTS progress_collected ON progress (series_id, ambassador_id)
    WHERE collected IS NOT NULL`,
  { transaction: false },
);
