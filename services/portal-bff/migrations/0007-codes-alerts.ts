import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** The admins are told of an empty code pool once a day at most (domain.md 4.3). */
export const codesAlerts = sqlMigration(
  'CodesAlerts1763900000007',
  `
    -- Outlives the work that sends the mails: what was told today is not told again when the next grant waits.
    CREATE TABLE codes_alerts (
      brand_id uuid NOT NULL,
      pool_id uuid NOT NULL,
      -- Of the brand's time zone.
      day date NOT NULL,
      PRIMARY KEY (brand_id, pool_id, day)
    );

    CREATE INDEX grants_waiting_for_codes ON grants (brand_id, ((state->'reward'->>'poolId')))
      WHERE status = 'waiting_for_codes';
`,
);
