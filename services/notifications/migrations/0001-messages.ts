import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const messages = sqlMigration(
  'Messages1763900000001',
  `
    -- Copies of other services' catalogs, as far as mails need them; a version is the catalog event's.
    CREATE TABLE brands (
      brand_id uuid PRIMARY KEY,
      name text NOT NULL,
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

    -- Where an unlock and its grants meet, whichever comes first: both sides make and lock this row before they look.
    CREATE TABLE unlocks (
      unlock_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      -- The unlock event's data; null while only grants of it are known.
      unlock jsonb,
      created_at timestamptz NOT NULL
    );

    -- The newest state of each grant of an unlock.
    CREATE TABLE unlock_grants (
      grant_id uuid PRIMARY KEY,
      unlock_id uuid NOT NULL,
      brand_id uuid NOT NULL,
      state jsonb NOT NULL,
      version bigint NOT NULL
    );
    CREATE INDEX unlock_grants_of ON unlock_grants (unlock_id);

    -- One a cause, template and recipient, ever; moved only by conditional updates.
    CREATE TABLE messages (
      message_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      cause text NOT NULL,
      template text NOT NULL,
      recipient uuid NOT NULL,
      -- Of templates about an unlock.
      unlock_id uuid,
      -- Only until it is sent: what a sign-in mail says, its link included.
      secret jsonb,
      status text NOT NULL,
      -- Grants that an unlock mail went without, or that a reward mail brings.
      grants uuid[] NOT NULL DEFAULT '{}',
      -- While it is being sent: until when its sender may still be at it.
      sending_until timestamptz,
      failures int NOT NULL DEFAULT 0,
      problem text,
      version bigint NOT NULL,
      causation_id text NOT NULL,
      correlation_id text NOT NULL,
      accepted_at text NOT NULL,
      created_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL,
      UNIQUE (cause, template, recipient)
    );
    CREATE INDEX messages_of_unlock ON messages (unlock_id) WHERE unlock_id IS NOT NULL;
`,
);
