import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const programsMigration = sqlMigration(
  'Programs1763900000001',
  `
    -- Copy of portal-bff's brands, fed from catalog.brands; version is the catalog's.
    CREATE TABLE brands (
      brand_id uuid PRIMARY KEY,
      name text NOT NULL,
      timezone text NOT NULL,
      currency text NOT NULL,
      version bigint NOT NULL
    );

    -- Ids are UUIDv7, so "newest first" is the primary key backwards, here and below. revision is the ETag.
    CREATE TABLE programs (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      name text NOT NULL,
      category text NOT NULL,
      commission_rate text,
      hold_days int NOT NULL CHECK (hold_days >= 0),
      revision int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      CONSTRAINT programs_of_brand UNIQUE (brand_id, id)
    );
`,
);
