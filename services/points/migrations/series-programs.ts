import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const seriesProgramsMigration = sqlMigration(
  'SeriesPrograms1763900000039',
  `
    -- [{programId, from, to}]: when programs belonged to a series. Null in copies from before that was told: then
    -- program_ids, all the time.
    ALTER TABLE series ADD COLUMN programs jsonb;
  `,
);
