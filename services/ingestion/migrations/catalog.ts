import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Copies of what ingestion must know to accept an event, and its routing hints. */
export const catalogMigration = sqlMigration(
  'Catalog1763900000001',
  `
    CREATE TABLE brands (
      brand_id uuid PRIMARY KEY,
      max_event_age_days int NOT NULL,
      slug text NOT NULL,
      landing_url text,
      version bigint NOT NULL
    );

    CREATE TABLE api_keys (
      hash text PRIMARY KEY,
      key_id uuid NOT NULL UNIQUE,
      brand_id uuid NOT NULL,
      scopes text[] NOT NULL,
      revoked boolean NOT NULL,
      version bigint NOT NULL
    );

    CREATE TABLE ambassador_refs (
      brand_id uuid NOT NULL,
      ref text NOT NULL,
      ambassador_id uuid NOT NULL,
      PRIMARY KEY (brand_id, ref)
    );
    CREATE INDEX ambassador_refs_ambassador ON ambassador_refs (ambassador_id);
    -- A referral link names the code alone.
    CREATE INDEX ambassador_refs_ref ON ambassador_refs (ref) WHERE ref LIKE 'code:%';

    -- Which message key an order's sale went under, so that its refunds follow it. Only a hint: points is right on any
    -- partition (design.md §2).
    CREATE TABLE order_hints (
      brand_id uuid NOT NULL,
      order_id text NOT NULL,
      message_key text NOT NULL,
      PRIMARY KEY (brand_id, order_id)
    );
  `,
);
