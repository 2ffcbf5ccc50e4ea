import { sqlMigration } from './migrate.js';

/** The tables that the plumbing of every service needs; the first migration of each. */
export const plumbingMigration = sqlMigration(
  'Plumbing1763800000000',
  `
    -- Where each consumer stands, kept with its effects: a restored database continues from its own past.
    CREATE TABLE consumer_offsets (
      consumer_group text NOT NULL,
      topic text NOT NULL,
      partition int NOT NULL,
      next_offset bigint NOT NULL,
      PRIMARY KEY (consumer_group, topic, partition)
    );

    -- Written in the transaction of the effect, published in id order by the relay, then deleted.
    CREATE TABLE outbox (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      topic text NOT NULL,
      key text NOT NULL,
      value text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp()
    ) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

    -- What is to be done later: the claim moves due_at on, so a crashed claimer's work comes back by itself.
    CREATE TABLE due_work (
      kind text NOT NULL,
      key text NOT NULL,
      brand_id uuid NOT NULL,
      payload jsonb NOT NULL,
      due_at timestamptz NOT NULL,
      attempts int NOT NULL DEFAULT 0,
      last_error text,
      PRIMARY KEY (kind, key)
    );
    CREATE INDEX due_work_due ON due_work (kind, due_at);

    -- Versions handed out to this service's own catalog events, one counter a brand and stream.
    CREATE TABLE catalog_versions (
      brand_id uuid NOT NULL,
      stream text NOT NULL,
      version bigint NOT NULL,
      PRIMARY KEY (brand_id, stream)
    );

    -- How far this service's copies of other services' catalogs are; the catalog barrier reads it.
    CREATE TABLE catalog_applied (
      brand_id uuid NOT NULL,
      stream text NOT NULL,
      version bigint NOT NULL,
      PRIMARY KEY (brand_id, stream)
    );
`,
);
