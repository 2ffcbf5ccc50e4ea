import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Submissions, trust, and what self-referrals are known by (domain.md 1.5, 2.2, 2.3, 2.11). */
export const reviewsMigration = sqlMigration(
  'Reviews1763900000006',
  `
    -- What a person looks at, or its ambassador may mend; written under the ambassador's account. Its id is derived from
    -- brand and event, so one event has one.
    CREATE TABLE submissions (
      submission_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('action', 'self_referral')),
      event_id text NOT NULL,
      envelope_id uuid NOT NULL,
      occurred_at timestamptz NOT NULL,
      accepted_at timestamptz NOT NULL,
      -- Frozen when it was submitted: what an approval awards.
      program_id uuid NOT NULL,
      series_id uuid NOT NULL,
      points bigint NOT NULL,
      quiet boolean NOT NULL,
      rule jsonb,
      -- Of an action. \`held_at\` is the instant of its place in action_places, \`proof\` its SHA-256 in hex.
      action_id uuid,
      held_at timestamptz,
      proof text,
      proof_url text,
      text text,
      paid_partnership boolean NOT NULL DEFAULT false,
      -- Of a self-referral; minor units.
      order_id text,
      net_amount bigint,
      currency text,
      available_at timestamptz,
      status text NOT NULL CHECK (status IN ('in_review', 'disclosure_missing', 'approved', 'rejected')),
      sampled boolean NOT NULL DEFAULT false,
      attempt int NOT NULL DEFAULT 1,
      -- Rows posted so far, and the one that stands.
      posted int NOT NULL DEFAULT 0,
      entry_id uuid,
      reason text,
      rejection_text text,
      reviewed_by jsonb,
      reviewed_at timestamptz,
      waiting_since timestamptz,
      -- The event that took its place (2.3): it is nobody's to mend any more.
      replaced_by text,
      -- What the decision made of trust was this before: an undo brings it back.
      trust_before text,
      revision int NOT NULL DEFAULT 1,
      CHECK ((kind = 'action') = (action_id IS NOT NULL)),
      CHECK ((kind = 'self_referral') = (order_id IS NOT NULL))
    );
    -- The queue, who waits longest first.
    CREATE INDEX submissions_waiting ON submissions (brand_id, waiting_since, submission_id)
      WHERE status = 'in_review';
    -- Lists, newest first.
    CREATE INDEX submissions_brand ON submissions (brand_id, occurred_at, submission_id);
    -- One person's, and what the brand's rule of trust counts.
    CREATE INDEX submissions_ambassador ON submissions (ambassador_id, occurred_at, submission_id);

    -- Who was never decided on has no row, and is new (1.5).
    CREATE TABLE trusts (
      ambassador_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      trust text NOT NULL CHECK (trust IN ('new', 'standard', 'trusted')),
      set_by text NOT NULL CHECK (set_by IN ('admin', 'rule')),
      changed_at timestamptz NOT NULL
    );

    -- The submission that a sale of the order waits in: it is awarded by nothing else meanwhile (2.6).
    ALTER TABLE orders ADD COLUMN submission_id uuid;

    -- A version of the service that does not know this column would award it: what it writes fails with a state that is
    -- tried again, until one that does takes over.
    CREATE FUNCTION refuse_award_in_review() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'an award of an order in review' USING ERRCODE = '55000';
    END $$;
    CREATE TRIGGER orders_in_review BEFORE UPDATE ON orders FOR EACH ROW
      WHEN (NEW.submission_id IS NOT NULL AND NEW.award_id IS NOT NULL)
      EXECUTE FUNCTION refuse_award_in_review();

    -- What a receipt in review waits for.
    ALTER TABLE receipts ADD COLUMN review text;

    -- Ambassadors are compared with buyers by hashes (2.11), and a brand says whom it trusts: the compacted topics are
    -- read again for them, by a version that keeps them.
    ALTER TABLE ambassadors ADD COLUMN email_hash text;
    ALTER TABLE brands ADD COLUMN review jsonb;
    DELETE FROM consumer_offsets
    WHERE consumer_group = 'points.catalog'
      AND topic IN ('cairn.catalog.brands.v1', 'cairn.catalog.ambassadors.v1');
    CREATE FUNCTION refuse_ambassador_in_part() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'an ambassador without the hash of their address' USING ERRCODE = '55000';
    END $$;
    CREATE TRIGGER ambassadors_whole BEFORE INSERT OR UPDATE ON ambassadors FOR EACH ROW
      WHEN (NEW.email_hash IS NULL)
      EXECUTE FUNCTION refuse_ambassador_in_part();
    CREATE TRIGGER brands_with_review BEFORE INSERT OR UPDATE ON brands FOR EACH ROW
      WHEN (NEW.review IS NULL)
      EXECUTE FUNCTION refuse_brand_in_part();
  `,
);
