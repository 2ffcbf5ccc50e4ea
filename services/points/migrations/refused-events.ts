import { sqlMigration } from '@cairn/service-kit/postgres/migrate';
import { hashPartitions } from './hash-partitions.js';

/** Events that may be judged again (domain.md 2.7, ADR 38), and what receipts are listed by. */
export const refusedEventsMigration = sqlMigration(
  'Referrals1763900000009',
  `
    -- Whole events that were refused for no_live_series, until they are awarded. Their proofs are a person's: erased by
    -- the index below.
    CREATE SEQUENCE refused_events_place;
    CREATE TABLE refused_events (
      brand_id uuid NOT NULL,
      event_id text NOT NULL,
      ambassador_id uuid NOT NULL,
      program_id uuid,
      -- In the order judged; what is refused again keeps its own.
      place bigint NOT NULL DEFAULT nextval('refused_events_place'),
      accepted_at timestamptz NOT NULL,
      occurred_at timestamptz NOT NULL,
      -- It had waited for its ambassador (2.19).
      waited boolean NOT NULL,
      event jsonb NOT NULL,
      PRIMARY KEY (brand_id, event_id)
    ) PARTITION BY HASH (brand_id, event_id);
    ${hashPartitions('refused_events')}
    -- The order of a replay: an ambassador's as they were judged.
    CREATE INDEX refused_events_walk ON refused_events (brand_id, ambassador_id, place);

    -- Replays of more events than are judged in one transaction. \`after\`: the last event judged, in the order above.
    CREATE TABLE replays (
      replay_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      preview boolean NOT NULL,
      filter jsonb NOT NULL,
      status text NOT NULL CHECK (status IN ('running', 'done')),
      after jsonb,
      total bigint NOT NULL,
      judged bigint NOT NULL DEFAULT 0,
      awarded bigint NOT NULL DEFAULT 0,
      points numeric NOT NULL DEFAULT 0,
      others jsonb NOT NULL DEFAULT '{}',
      created_at timestamptz NOT NULL
    );
    -- Orders and proofs that earlier steps of a preview have given away: they are nobody else's in later ones.
    CREATE TABLE replay_claims (
      replay_id uuid NOT NULL REFERENCES replays ON DELETE CASCADE,
      claim text NOT NULL,
      event_id text NOT NULL,
      PRIMARY KEY (replay_id, claim)
    );

    ALTER TABLE receipts ADD COLUMN program_id uuid;
    -- A brand's receipts by why they gave nothing, newest accepted first.
    CREATE INDEX receipts_reason ON receipts (brand_id, reason, accepted_at DESC, event_id DESC)
      WHERE reason IS NOT NULL;

    -- Reasons of adjustments that were read back (ADR 26): a ledger row cannot be given one later.
    CREATE TABLE recalled_reasons (
      ambassador_id uuid NOT NULL,
      event_id text NOT NULL,
      brand_id uuid NOT NULL,
      reason text NOT NULL,
      PRIMARY KEY (ambassador_id, event_id)
    );
  `,
);
