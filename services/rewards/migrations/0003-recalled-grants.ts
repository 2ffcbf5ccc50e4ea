import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const recalledGrants = sqlMigration(
  'RecalledGrants1763900000003',
  `
    ALTER TABLE grants
      -- Null: told by rewards' own stream after a restore, while its unlock is still to be read again.
      ALTER COLUMN ordinal DROP NOT NULL,
      -- When rewards' own stream last told something newer than this row: only after a restore.
      ADD COLUMN recalled_at timestamptz;
`,
);
