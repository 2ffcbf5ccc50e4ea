import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const recalledUnlocksMigration = sqlMigration(
  'RecalledUnlocks1763900000008',
  `
    -- When tiers unlocked that a restored database has forgotten, as its own stream told it (ADR 26); until the row that
    -- reached them is read again. In ordinary life the table is empty.
    CREATE TABLE recalled_unlocks (
      unlock_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      unlocked_at timestamptz NOT NULL
    );
  `,
);
