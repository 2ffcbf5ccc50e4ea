import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** What a restored database took back from its own stream (ADR 26). */
export const recallMigration = sqlMigration(
  'Recall1763900000004',
  `
    -- Rows of the ledger that a restored database has read back. Open until what they are of is judged again, which
    -- then posts nothing. In ordinary life the table is empty. \`rule\` is what it was judged by then: a ledger row
    -- cannot be given one later.
    CREATE TABLE recalled_rows (
      ambassador_id uuid NOT NULL,
      seq bigint NOT NULL,
      brand_id uuid NOT NULL,
      event_id text NOT NULL,
      claim text,
      quiet boolean NOT NULL,
      open boolean NOT NULL DEFAULT true,
      rule jsonb,
      recalled_at timestamptz NOT NULL,
      PRIMARY KEY (ambassador_id, seq)
    );
    CREATE INDEX recalled_rows_open ON recalled_rows (ambassador_id) WHERE open;
    CREATE INDEX recalled_rows_event ON recalled_rows (brand_id, event_id) WHERE open;
    CREATE INDEX recalled_rows_claim ON recalled_rows (brand_id, claim) WHERE open;
  `,
);
