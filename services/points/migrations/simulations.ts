import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** A brand's ambassadors, page by page, for what-if figures. Without a transaction: writers go on. */
export const simulationsMigration = sqlMigration(
  'Simulations1763900000022',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS ambassadors_brand ON ambassadors (brand_id, ambassador_id)',
  { transaction: false },
);
