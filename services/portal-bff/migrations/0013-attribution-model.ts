import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Whose an order is after several clicks, and for how many days a buyer's later orders are their referrer's too. */
export const attributionModel = sqlMigration(
  'AttributionModel1763900000046',
  `
    ALTER TABLE brands
      ADD COLUMN attribution_model text NOT NULL DEFAULT 'last_click',
      ADD COLUMN attribution_recurring_days int NOT NULL DEFAULT 0;
  `,
);
