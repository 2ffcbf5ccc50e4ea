import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const seriesEditsMigration = sqlMigration(
  'SeriesEdits1763900000009',
  `
    -- A program may leave a published series and come back: a period each, which the exclusion keeps apart.
    ALTER TABLE series_programs DROP CONSTRAINT series_programs_pkey;
    CREATE INDEX series_programs_of_series ON series_programs (series_id, program_id);

    -- The version that progress was last climbed by, and the phase in which its last row was counted (ADR 39).
    ALTER TABLE progress ADD COLUMN version int NOT NULL DEFAULT 1, ADD COLUMN phase text NOT NULL DEFAULT 'running';

    -- Versions whose publishing unlocks at once for those who then meet a threshold (domain.md 3.8). mark is the cause of
    -- those unlocks. Until it is finished each ambassador's next row is preceded by it; the work goes on after walked_to.
    CREATE TABLE retroactive_publishes (
      series_id uuid NOT NULL,
      version int NOT NULL,
      brand_id uuid NOT NULL,
      mark jsonb NOT NULL,
      promotes_top boolean NOT NULL,
      published_at timestamptz NOT NULL,
      walked_to uuid,
      -- In participants; gained: those who unlocked something by the walk.
      total bigint NOT NULL,
      done bigint NOT NULL DEFAULT 0,
      gained bigint NOT NULL DEFAULT 0,
      finished_at timestamptz,
      PRIMARY KEY (series_id, version),
      FOREIGN KEY (series_id, version) REFERENCES series_versions (series_id, version)
    );
    CREATE INDEX retroactive_publishes_running ON retroactive_publishes (series_id) WHERE finished_at IS NULL;

    -- Under which version and phase an ambassador's rows were counted, where that is not as with the row before; and what
    -- came between rows: a resume, a retroactive publish. With it a rebuild counts as was counted (ADR 40). seq: the row
    -- from which on it holds, or after which it came.
    CREATE TABLE progress_turns (
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      number bigint GENERATED ALWAYS AS IDENTITY,
      series_id uuid NOT NULL,
      seq bigint NOT NULL,
      kind text NOT NULL CHECK (kind IN ('row', 'resume', 'retroactive')),
      version int NOT NULL,
      phase text NOT NULL,
      PRIMARY KEY (brand_id, ambassador_id, number)
    );
  `,
);
