import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const readModel = sqlMigration(
  'ReadModel1763900000002',
  `
    -- The epoch of this copy (milliseconds of the clock when it was made): a rebuilt one has a larger, so a browser
    -- that saw a high revision of the old copy still takes the new one.
    CREATE TABLE read_model (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), epoch bigint NOT NULL);
    INSERT INTO read_model (epoch) VALUES (floor(extract(epoch FROM clock_timestamp()) * 1000));

    -- One row an ambassador: the revision grows by one with every chunk that changed what they see.
    CREATE TABLE home (
      ambassador_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      revision bigint NOT NULL,
      -- The revision at the last unlock, and at the last change of a reward: they name the stream's event.
      unlock_revision bigint NOT NULL DEFAULT 0,
      reward_revision bigint NOT NULL DEFAULT 0
    );
    -- Changes that all of a brand's ambassadors see (a series, a rule, the accent) are counted once, not per row:
    -- a state's revision is the sum of both, which grows when either does.
    CREATE TABLE brand_revisions (brand_id uuid PRIMARY KEY, revision bigint NOT NULL);

    -- Copies of other services' catalogs. version: the catalog stream's, newest wins.
    CREATE TABLE ambassadors (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      external_id text,
      name text NOT NULL,
      email text NOT NULL,
      code text NOT NULL,
      link text NOT NULL,
      timezone text,
      memberships jsonb NOT NULL,
      program_ids uuid[] NOT NULL
    );
    CREATE INDEX ambassadors_email ON ambassadors (brand_id, email);

    CREATE TABLE programs (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      state jsonb NOT NULL
    );

    -- Published versions; the tiers' mails are left out.
    CREATE TABLE series (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      program_ids uuid[] NOT NULL,
      state jsonb NOT NULL
    );
    CREATE INDEX series_of_brand ON series (brand_id);

    CREATE TABLE referral_rules (
      program_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      state jsonb NOT NULL
    );

    CREATE TABLE balances (
      ambassador_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      available bigint NOT NULL,
      pending bigint NOT NULL,
      pending_until timestamptz
    );

    CREATE TABLE progress (
      ambassador_id uuid NOT NULL,
      series_id uuid NOT NULL,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      state jsonb NOT NULL,
      PRIMARY KEY (ambassador_id, series_id)
    );

    CREATE TABLE unlocks (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      series_id uuid NOT NULL,
      cycle int NOT NULL,
      tier_id uuid NOT NULL,
      unlocked_at timestamptz NOT NULL
    );

    CREATE TABLE grants (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      series_id uuid NOT NULL,
      version bigint NOT NULL,
      status text NOT NULL,
      at timestamptz NOT NULL,
      state jsonb NOT NULL
    );
    CREATE INDEX grants_of_ambassador ON grants (ambassador_id, at DESC, id DESC);
    CREATE INDEX grants_to_fulfil ON grants (brand_id, series_id) WHERE status = 'needs_fulfilment';

    -- The last 50 receipts an ambassador.
    CREATE TABLE activity (
      ambassador_id uuid NOT NULL,
      event_id text NOT NULL,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      occurred_at timestamptz NOT NULL,
      state jsonb NOT NULL,
      PRIMARY KEY (ambassador_id, event_id)
    );
    CREATE INDEX activity_latest ON activity (ambassador_id, occurred_at DESC, event_id DESC);

    CREATE TABLE messages (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      version bigint NOT NULL,
      ambassador_id uuid,
      template text NOT NULL,
      cause text NOT NULL,
      status text NOT NULL,
      at timestamptz NOT NULL
    );
    CREATE INDEX messages_of_ambassador ON messages (ambassador_id, at DESC);
`,
);
