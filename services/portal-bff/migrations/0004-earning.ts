import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Actions and campaigns, and what each ambassador did of them: the portal shows what is left to earn. */
export const earning = sqlMigration(
  'Earning1763900000004',
  `
    CREATE TABLE actions (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      program_id uuid NOT NULL,
      version bigint NOT NULL,
      archived boolean NOT NULL,
      state jsonb NOT NULL
    );
    CREATE INDEX actions_of_program ON actions (program_id) WHERE NOT archived;

    CREATE TABLE campaigns (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      program_ids uuid[] NOT NULL,
      archived boolean NOT NULL,
      state jsonb NOT NULL
    );
    CREATE INDEX campaigns_of_brand ON campaigns (brand_id) WHERE NOT archived;

    -- Receipts that hold a limit place or a campaign step (domain.md 2.12); one that is given back goes.
    CREATE TABLE deeds (
      ambassador_id uuid NOT NULL,
      event_id text NOT NULL,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      subject_id uuid NOT NULL,
      activity text NOT NULL,
      holds boolean NOT NULL,
      occurred_at timestamptz NOT NULL,
      PRIMARY KEY (ambassador_id, event_id)
    );
    CREATE INDEX deeds_of_subject ON deeds (ambassador_id, subject_id, occurred_at) WHERE holds;
`,
);
