import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const ambassadorsMigration = sqlMigration(
  'Ambassadors1763900000002',
  `
    CREATE EXTENSION IF NOT EXISTS btree_gist;

    -- Personal data. email is stored case-folded, code as people see it.
    CREATE TABLE ambassadors (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      external_id text,
      name text NOT NULL,
      email text NOT NULL,
      code text NOT NULL,
      timezone text,
      locale text,
      address jsonb,
      revision int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      CONSTRAINT ambassadors_of_brand UNIQUE (brand_id, id),
      CONSTRAINT ambassadors_email_folded CHECK (email = lower(email COLLATE "C"))
    );

    -- Each unique in the brand (domain.md 1.3). The names are what app/duplicates.ts turns into error codes.
    CREATE UNIQUE INDEX ambassadors_external_id ON ambassadors (brand_id, external_id);
    CREATE UNIQUE INDEX ambassadors_email ON ambassadors (brand_id, email);
    CREATE UNIQUE INDEX ambassadors_code ON ambassadors (brand_id, lower(code COLLATE "C"));

    -- One program at a time (domain.md 1.2): the exclusion refuses overlapping memberships.
    CREATE TABLE memberships (
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      program_id uuid NOT NULL,
      valid_from timestamptz NOT NULL,
      valid_to timestamptz,
      PRIMARY KEY (ambassador_id, valid_from),
      FOREIGN KEY (brand_id, ambassador_id) REFERENCES ambassadors (brand_id, id),
      FOREIGN KEY (brand_id, program_id) REFERENCES programs (brand_id, id),
      CONSTRAINT memberships_forward CHECK (valid_to IS NULL OR valid_from < valid_to),
      CONSTRAINT memberships_one_at_a_time EXCLUDE USING gist (
        ambassador_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
    );
    -- Who is in a program now, newest first.
    CREATE INDEX memberships_present ON memberships (program_id, ambassador_id) WHERE valid_to IS NULL;
`,
);
