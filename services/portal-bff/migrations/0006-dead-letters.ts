import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** What services could not process, from every dead-letter topic; kept for 30 days. */
export const deadLetters = sqlMigration(
  'DeadLetters1763900000006',
  `
    CREATE TABLE dead_letters (
      -- Derived from its place in its dead-letter topic, so that one delivered again changes nothing.
      id uuid PRIMARY KEY,
      -- Null where neither the message nor its key tells.
      brand_id uuid,
      topic text NOT NULL,
      partition int,
      source_offset bigint,
      key text,
      value bytea,
      consumer text NOT NULL,
      reason text NOT NULL,
      error text NOT NULL,
      at timestamptz NOT NULL,
      replayed_at timestamptz
    );
    CREATE INDEX dead_letters_of_brand ON dead_letters (brand_id, at DESC, id DESC);
    CREATE INDEX dead_letters_latest ON dead_letters (at DESC, id DESC);
    CREATE INDEX dead_letters_open ON dead_letters (topic) WHERE replayed_at IS NULL;
`,
);
