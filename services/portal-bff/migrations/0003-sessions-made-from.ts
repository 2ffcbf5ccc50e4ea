import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const sessionsMadeFrom = sqlMigration(
  'SessionsMadeFrom1763900000003',
  `
    -- The session whose token this one was made from; it ends with it.
    ALTER TABLE sessions ADD COLUMN made_from text REFERENCES sessions (hash) ON DELETE CASCADE;
    CREATE INDEX sessions_made_from ON sessions (made_from) WHERE made_from IS NOT NULL;
`,
);
