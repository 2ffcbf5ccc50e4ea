import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** When what moved the bar was accepted: how long it took to the screen is measured from there. */
export const homeAccepted = sqlMigration(
  'HomeAccepted1763900000008',
  'ALTER TABLE home ADD COLUMN accepted_at timestamptz',
);
