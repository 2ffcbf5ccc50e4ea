import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** How much of the work of trusted ambassadors is looked at, and who they are (domain.md 1.5, 2.2). */
export const reviews = sqlMigration(
  'Reviews1763900000010',
  `
    ALTER TABLE brands ADD COLUMN review_sample_percent int NOT NULL DEFAULT 10;

    -- Points' own; who is not in it is new.
    CREATE TABLE trusts (
      ambassador_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      trust text NOT NULL,
      set_by text NOT NULL
    );
  `,
);
