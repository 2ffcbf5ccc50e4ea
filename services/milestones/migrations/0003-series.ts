import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const seriesMigration = sqlMigration(
  'Series1763900000003',
  `
    -- version 0: never published. draft is null when nothing differs from the published version. live holds the
    -- spans [from, to) in which events earn, ascending (domain.md 3.2); draft, scheduled, live and ended are read
    -- off these with the clock, so no job has to turn them.
    CREATE TABLE series (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      draft jsonb,
      version int NOT NULL DEFAULT 0,
      live jsonb NOT NULL DEFAULT '[]',
      starts_at timestamptz,
      ends_at timestamptz,
      paused_at timestamptz,
      revision int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      CONSTRAINT series_of_brand UNIQUE (brand_id, id),
      CONSTRAINT series_has_content CHECK (version > 0 OR draft IS NOT NULL),
      CONSTRAINT series_published_has_start CHECK (version = 0 OR starts_at IS NOT NULL)
    );

    CREATE TABLE series_versions (
      series_id uuid NOT NULL REFERENCES series (id),
      version int NOT NULL CHECK (version > 0),
      brand_id uuid NOT NULL,
      fields jsonb NOT NULL,
      published_at timestamptz NOT NULL,
      PRIMARY KEY (series_id, version)
    );
    CREATE FUNCTION refuse_series_version_update() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a published series version never changes (domain.md 3.8)' USING ERRCODE = '23514';
    END $$;
    CREATE TRIGGER series_versions_are_immutable BEFORE UPDATE ON series_versions
      FOR EACH ROW EXECUTE FUNCTION refuse_series_version_update();

    -- From the start of a published series to its end, pauses included, a program belongs to it and to no other
    -- (domain.md 3.1).
    CREATE TABLE series_programs (
      brand_id uuid NOT NULL,
      series_id uuid NOT NULL,
      program_id uuid NOT NULL,
      during tstzrange NOT NULL CHECK (NOT isempty(during)),
      PRIMARY KEY (series_id, program_id),
      FOREIGN KEY (brand_id, series_id) REFERENCES series (brand_id, id),
      FOREIGN KEY (brand_id, program_id) REFERENCES programs (brand_id, id),
      CONSTRAINT series_programs_one_at_a_time EXCLUDE USING gist (program_id WITH =, during WITH &&)
    );
`,
);
