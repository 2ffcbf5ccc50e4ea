import { sqlMigration } from './migrate.js';

/**
 * The answers of commands that are to happen once (http/in-command.ts). Beside the plumbing in every service that has
 * such commands; TypeORM goes by names, so it also reaches databases that are further on than its number.
 */
export const idempotencyMigration = sqlMigration(
  'Idempotency1763800000001',
  `
    -- Written in the transaction of the command's effect, encrypted, and forgotten after 24 hours.
    CREATE TABLE idempotent_answers (
      brand_id uuid NOT NULL,
      route text NOT NULL,
      key text NOT NULL,
      body_hash text NOT NULL,
      answer bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (brand_id, route, key)
    );
    CREATE INDEX idempotent_answers_age ON idempotent_answers (created_at);
`,
);
