import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const deficits = sqlMigration(
  'Deficits1763900000039',
  `
    ALTER TABLE grants
      -- Progress is under the grant's tier (domain.md 3.6), and the revision of it that last said so, or no longer.
      ADD COLUMN in_deficit boolean NOT NULL DEFAULT false,
      ADD COLUMN progress_revision bigint NOT NULL DEFAULT 0;
`,
);

/** Those who may come back from under a tier: few. Without a transaction, grants are many. */
export const deficitsIndex = sqlMigration(
  'DeficitsIndex1763900000040',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS grants_in_deficit ON grants (ambassador_id) WHERE in_deficit',
  { transaction: false },
);
