import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const accounts = sqlMigration(
  'Accounts1763900000001',
  `
    CREATE TABLE brands (
      id uuid PRIMARY KEY,
      slug text NOT NULL CONSTRAINT brands_slug UNIQUE,
      name text NOT NULL,
      timezone text NOT NULL,
      currency text NOT NULL,
      currency_exponent int NOT NULL,
      max_event_age_days int NOT NULL,
      quiet_after_days int,
      disclosure_tags text[] NOT NULL,
      accent text,
      landing_url text,
      trust_rule jsonb,
      created_at timestamptz NOT NULL
    );

    CREATE TABLE api_keys (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL REFERENCES brands (id),
      name text NOT NULL,
      -- SHA-256, hex; the key itself is kept nowhere.
      hash text NOT NULL CONSTRAINT api_keys_hash UNIQUE,
      scopes text[] NOT NULL,
      created_at timestamptz NOT NULL,
      revoked_at timestamptz
    );
    CREATE INDEX api_keys_of_brand ON api_keys (brand_id, created_at DESC, id DESC);

    -- Ambassadors' sessions, by the SHA-256 of the token.
    CREATE TABLE sessions (
      hash text PRIMARY KEY,
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX sessions_of_ambassador ON sessions (ambassador_id);
    CREATE INDEX sessions_expiry ON sessions (expires_at);

    -- Mailed sign-in links, by the SHA-256 of the token; each signs in once.
    CREATE TABLE magic_links (
      hash text PRIMARY KEY,
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      requested_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz
    );
    CREATE INDEX magic_links_of_ambassador ON magic_links (ambassador_id, requested_at);
    CREATE INDEX magic_links_expiry ON magic_links (expires_at);

    CREATE TABLE audit_log (
      event_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      at timestamptz NOT NULL,
      actor jsonb NOT NULL,
      action text NOT NULL,
      target jsonb NOT NULL,
      before jsonb,
      after jsonb
    );
    CREATE INDEX audit_log_of_brand ON audit_log (brand_id, at DESC, event_id DESC);
`,
);
