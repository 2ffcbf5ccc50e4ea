import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** What a retroactive publish walks over, and an impact preview counts. Without a transaction: progress is large. */
export const progressOfSeriesMigration = sqlMigration(
  'ProgressOfSeries1763900000010',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS progress_of_series ON progress (series_id, ambassador_id)',
  { transaction: false },
);
