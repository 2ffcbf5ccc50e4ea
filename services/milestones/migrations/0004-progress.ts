import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const progressMigration = sqlMigration(
  'Progress1763900000004',
  `
    -- How far each ambassador's ledger is applied (seq) and how many states of their progress were published
    -- (revision). Its row is the ambassador's lock. No key of a hot update is indexed, so updates stay on the page.
    CREATE TABLE ledger_positions (
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      seq bigint NOT NULL DEFAULT 0,
      revision bigint NOT NULL DEFAULT 0,
      PRIMARY KEY (brand_id, ambassador_id)
    ) WITH (fillfactor = 80);

    -- Progress in the current cycle (domain.md 3.4); pending over all cycles.
    CREATE TABLE progress (
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      series_id uuid NOT NULL,
      cycle int NOT NULL,
      points bigint NOT NULL,
      pending bigint NOT NULL,
      PRIMARY KEY (brand_id, ambassador_id, series_id)
    ) WITH (fillfactor = 80);

    -- A tier unlocks once a cycle (domain.md 3.5), says the key. number is the order in which they unlocked.
    CREATE TABLE unlocks (
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      series_id uuid NOT NULL,
      cycle int NOT NULL,
      tier_id uuid NOT NULL,
      unlock_id uuid NOT NULL,
      number bigint GENERATED ALWAYS AS IDENTITY,
      series_version int NOT NULL,
      threshold bigint NOT NULL,
      entry_id uuid,
      unlocked_at timestamptz NOT NULL,
      PRIMARY KEY (brand_id, ambassador_id, series_id, cycle, tier_id)
    );
    CREATE INDEX unlocks_newest ON unlocks (brand_id, ambassador_id, number);

    -- Ledger rows that came before one they follow, or before their series: applied when what is missing arrives.
    CREATE TABLE parked_entries (
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      seq bigint NOT NULL,
      event jsonb NOT NULL,
      parked_at timestamptz NOT NULL,
      PRIMARY KEY (brand_id, ambassador_id, seq)
    );

    -- Participants counted where they appear, one counter a series and Kafka partition, so that partitions never
    -- wait for each other and nobody counts a million rows for a list.
    CREATE TABLE series_participants (
      series_id uuid NOT NULL,
      shard int NOT NULL,
      participants bigint NOT NULL,
      PRIMARY KEY (series_id, shard)
    );
`,
);
