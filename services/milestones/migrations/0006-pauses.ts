import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const pausesMigration = sqlMigration(
  'Pauses1763900000006',
  `
    -- The row that what a pause collected waits with for the resume (domain.md 3.2); null: nothing waits.
    ALTER TABLE progress ADD COLUMN collected jsonb;

    -- How many ambassadors have a tier unlocked in their current cycle, one counter a series, tier and Kafka
    -- partition, as series_participants: nobody counts a million unlocks for a page.
    CREATE TABLE series_tier_counts (
      series_id uuid NOT NULL,
      tier_id uuid NOT NULL,
      shard int NOT NULL,
      unlocked bigint NOT NULL,
      PRIMARY KEY (series_id, tier_id, shard)
    );
    INSERT INTO series_tier_counts (series_id, tier_id, shard, unlocked)
    SELECT u.series_id, u.tier_id, -1, count(*)
    FROM unlocks u JOIN progress p USING (brand_id, ambassador_id, series_id, cycle)
    GROUP BY u.series_id, u.tier_id;

    -- The one look for parked rows that can be applied by now; it puts itself off for ever (in/jobs).
    INSERT INTO due_work (kind, key, brand_id, payload, due_at)
    VALUES ('retry-parked', 'all', '00000000-0000-0000-0000-000000000000', '{}', clock_timestamp());
`,
);
