import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Sessions in which an admin looks at the portal as an ambassador (domain.md 6.1): with them, nothing is changed. */
export const looks = sqlMigration(
  'Looks1763900000044',
  `
    -- Who looks, by name; null in an ambassador's own.
    ALTER TABLE sessions ADD COLUMN looked_by text;
  `,
);
