import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Copies of other services' configuration, and the referral rules, which are points' own. */
export const catalogMigration = sqlMigration(
  'Catalog1763900000002',
  `
    CREATE TABLE brands (
      brand_id uuid PRIMARY KEY,
      currency text NOT NULL,
      exponent int NOT NULL,
      quiet_after_days int,
      max_event_age_days int NOT NULL,
      version bigint NOT NULL
    );

    CREATE TABLE programs (
      program_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      hold_days int NOT NULL,
      version bigint NOT NULL
    );
    CREATE INDEX programs_brand ON programs (brand_id);

    CREATE TABLE series (
      series_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      program_ids uuid[] NOT NULL,
      live jsonb NOT NULL,
      ends_at timestamptz,
      version bigint NOT NULL
    );
    CREATE INDEX series_brand ON series (brand_id);

    CREATE TABLE ambassadors (
      ambassador_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      memberships jsonb NOT NULL,
      version bigint NOT NULL
    );

    -- How outside events name ambassadors: 'externalId:cust-42'. A row without an ambassador is the lock that a parked
    -- event and the arrival share (domain.md 2.19).
    CREATE TABLE ambassador_refs (
      brand_id uuid NOT NULL,
      ref text NOT NULL,
      ambassador_id uuid,
      PRIMARY KEY (brand_id, ref)
    );
    CREATE INDEX ambassador_refs_ambassador ON ambassador_refs (ambassador_id);

    CREATE TABLE referral_rules (
      program_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      rule jsonb NOT NULL
    );
    CREATE INDEX referral_rules_brand ON referral_rules (brand_id);
  `,
);
