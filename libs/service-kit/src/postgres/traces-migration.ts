import { sqlMigration } from './migrate.js';

/** Beside the plumbing in every service: what is published or done later goes on in the trace of its cause. */
export const tracesMigration = sqlMigration(
  'Traces1763800000002',
  `
    -- W3C traceparent; null where nothing is traced.
    ALTER TABLE outbox ADD COLUMN traceparent text;
    ALTER TABLE due_work ADD COLUMN traceparent text;
`,
);
