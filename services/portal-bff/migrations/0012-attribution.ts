import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** How long a click on a referral link counts, in days after it. */
export const attribution = sqlMigration(
  'Attribution1763900000045',
  `
    ALTER TABLE brands ADD COLUMN attribution_window_days int NOT NULL DEFAULT 30;
  `,
);
