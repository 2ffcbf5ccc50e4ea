import { sqlMigration } from '@cairn/service-kit/postgres/migrate';
import { hashPartitions } from './hash-partitions.js';

/** Actions and campaigns, which are points' own, and what their events hold (domain.md 2.1 to 2.5, 2.12). */
export const earningMigration = sqlMigration(
  'Earning1763900000003',
  `
    CREATE TABLE actions (
      action_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      program_id uuid NOT NULL,
      category text NOT NULL,
      name text NOT NULL,
      points bigint NOT NULL,
      -- Both or neither.
      limit_count int,
      limit_per text,
      review text NOT NULL,
      disclosure_required boolean NOT NULL,
      archived boolean NOT NULL DEFAULT false,
      revision int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL,
      CHECK ((limit_count IS NULL) = (limit_per IS NULL))
    );
    -- Lists: newest first, as UUIDv7 sorts.
    CREATE INDEX actions_brand ON actions (brand_id, action_id);

    CREATE TABLE campaigns (
      campaign_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      program_ids uuid[] NOT NULL,
      name text NOT NULL,
      join_points bigint NOT NULL,
      completion_points bigint NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      archived boolean NOT NULL DEFAULT false,
      revision int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL,
      CHECK (starts_at < ends_at)
    );
    CREATE INDEX campaigns_brand ON campaigns (brand_id, campaign_id);

    -- A proof counts once per action and brand (2.4): the row is the lock of whoever brings it. Without an event it is
    -- held by none: what brought it was refused.
    CREATE TABLE proofs (
      brand_id uuid NOT NULL,
      action_id uuid NOT NULL,
      -- SHA-256 of the address as it is compared.
      proof bytea NOT NULL,
      ambassador_id uuid,
      event_id text,
      -- The instant of its place in action_places.
      held_at timestamptz,
      -- Its event is disclosure_missing: a new one of the same ambassador replaces it (2.3).
      waiting boolean NOT NULL DEFAULT false,
      PRIMARY KEY (brand_id, action_id, proof)
    ) PARTITION BY HASH (brand_id, action_id, proof);
    ${hashPartitions('proofs')}

    -- Places of limits (2.1): counted in a window by the primary key, under the ambassador's account. Also of actions
    -- without a limit, which may get one.
    CREATE TABLE action_places (
      ambassador_id uuid NOT NULL,
      action_id uuid NOT NULL,
      at timestamptz NOT NULL,
      event_id text NOT NULL,
      brand_id uuid NOT NULL,
      PRIMARY KEY (ambassador_id, action_id, at, event_id)
    ) PARTITION BY HASH (ambassador_id);
    ${hashPartitions('action_places')}

    -- Joins and completions, each once per campaign and ambassador (2.5); written under the ambassador's account.
    CREATE TABLE campaign_steps (
      ambassador_id uuid NOT NULL,
      campaign_id uuid NOT NULL,
      step text NOT NULL CHECK (step IN ('join', 'completion')),
      brand_id uuid NOT NULL,
      event_id text NOT NULL,
      occurred_at timestamptz NOT NULL,
      PRIMARY KEY (ambassador_id, campaign_id, step)
    ) PARTITION BY HASH (ambassador_id);
    ${hashPartitions('campaign_steps')}

    ALTER TABLE receipts ADD COLUMN subject jsonb;
    -- One person's receipts, newest first.
    CREATE INDEX receipts_ambassador ON receipts (ambassador_id, accepted_at DESC, event_id DESC)
      WHERE ambassador_id IS NOT NULL;

    -- Limits count in the brand's days, and disclosures are its tags: the compacted topic is read again for them.
    ALTER TABLE brands ADD COLUMN timezone text, ADD COLUMN disclosure_tags jsonb;
    UPDATE brands SET version = 0;
    DELETE FROM consumer_offsets WHERE consumer_group = 'points.catalog' AND topic = 'cairn.catalog.brands.v1';
    -- A version of the service that does not know these columns must not be the one that reads it: what it writes fails
    -- with a state that is tried again, until one that does takes over.
    CREATE FUNCTION refuse_brand_in_part() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a brand without its time zone and disclosure tags' USING ERRCODE = '55000';
    END $$;
    CREATE TRIGGER brands_whole BEFORE INSERT OR UPDATE ON brands FOR EACH ROW
      WHEN (NEW.timezone IS NULL OR NEW.disclosure_tags IS NULL)
      EXECUTE FUNCTION refuse_brand_in_part();
  `,
);
