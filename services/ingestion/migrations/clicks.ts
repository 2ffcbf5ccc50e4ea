import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Clicks on referral links, and for how long each brand's count. */
export const clicksMigration = sqlMigration(
  'Clicks1763900000002',
  `
    ALTER TABLE brands ADD COLUMN attribution_window_days int NOT NULL DEFAULT 30;

    -- Ids are UUIDv7 of the click's own time: the primary key is also the order in time, by which clicks are deleted.
    CREATE TABLE clicks (
      brand_id uuid NOT NULL,
      id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      -- Case-folded.
      code text NOT NULL,
      -- A random number that the visitor's browser keeps, another for each brand.
      visitor uuid NOT NULL,
      at timestamptz NOT NULL,
      -- Without its query.
      landing text NOT NULL,
      PRIMARY KEY (brand_id, id)
    );
    -- A buyer's clicks, and whether somebody has just clicked.
    CREATE INDEX clicks_visitor ON clicks (brand_id, visitor, id);
  `,
);
