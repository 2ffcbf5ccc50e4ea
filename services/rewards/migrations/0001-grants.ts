import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const grants = sqlMigration(
  'Grants1763900000001',
  `
    -- Copies of other services' catalogs, as far as rewards needs them; a version is the catalog event's.
    CREATE TABLE brands (
      brand_id uuid PRIMARY KEY,
      name text NOT NULL,
      slug text NOT NULL,
      timezone text NOT NULL,
      currency text NOT NULL,
      currency_exponent int NOT NULL,
      version bigint NOT NULL
    );

    CREATE TABLE ambassadors (
      ambassador_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      name text NOT NULL,
      email text NOT NULL,
      version bigint NOT NULL
    );

    -- A brand's connection to Shopify; one at a time.
    CREATE TABLE shops (
      shop_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL UNIQUE,
      domain text NOT NULL UNIQUE,
      access_token text NOT NULL,
      currency text NOT NULL,
      status text NOT NULL CHECK (status IN ('connected')),
      connected_at timestamptz NOT NULL
    );

    -- Who an ambassador is at the shop; good for as long as their e-mail is the one it was looked up by.
    CREATE TABLE shop_customers (
      shop_id uuid NOT NULL REFERENCES shops,
      ambassador_id uuid NOT NULL,
      brand_id uuid NOT NULL,
      customer_gid text NOT NULL,
      email text NOT NULL,
      PRIMARY KEY (shop_id, ambassador_id)
    );

    -- One reward of one unlock; its specification is frozen.
    CREATE TABLE grants (
      grant_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      unlock_id uuid NOT NULL,
      ordinal int NOT NULL,
      ambassador_id uuid NOT NULL,
      series_id uuid NOT NULL,
      tier_id uuid NOT NULL,
      tier_name text NOT NULL,
      cycle int NOT NULL,
      reward jsonb NOT NULL,
      status text NOT NULL,
      held_because text,
      code text,
      discount_gid text,
      expires_at timestamptz,
      problem text,
      waiting_for text CHECK (waiting_for IN ('shop', 'ambassador')),
      version bigint NOT NULL,
      unlocked_at timestamptz NOT NULL,
      causation_id text NOT NULL,
      correlation_id text NOT NULL,
      accepted_at text NOT NULL,
      created_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL,
      UNIQUE (unlock_id, ordinal)
    );
    -- An ambassador's rewards, newest first.
    CREATE INDEX grants_of_ambassador ON grants (ambassador_id, created_at DESC, grant_id DESC);
    -- What to wake when a shop is connected or an ambassador becomes known.
    CREATE INDEX grants_waiting ON grants (waiting_for, brand_id) WHERE waiting_for IS NOT NULL;
`,
);
