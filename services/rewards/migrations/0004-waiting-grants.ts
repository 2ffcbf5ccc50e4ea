import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** What waits for somebody, over all brands: a metric that is read every few seconds. */
export const waitingGrants = sqlMigration(
  'WaitingGrants1763900000004',
  `
    CREATE INDEX CONCURRENTLY IF NOT EXISTS grants_for_somebody ON grants ((reward->>'type'))
    WHERE status IN ('needs_fulfilment', 'held', 'needs_attention', 'waiting_for_codes', 'claimable')
`,
  { transaction: false },
);
