import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Hash partitions of a table that is kept for ever (design.md §3). */
const partitions = (table: string, count = 16) =>
  Array.from(
    { length: count },
    (_, n) =>
      `CREATE TABLE ${table}_p${n} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${count}, REMAINDER ${n});`,
  ).join('\n');

/** What points owns: the identity of events and orders, the ledger with its balances, receipts. */
export const ledgerMigration = sqlMigration(
  'Ledger1763900000001',
  `
    -- Every event id ever judged: sent again, it changes nothing (domain.md 2.16).
    CREATE TABLE event_keys (
      brand_id uuid NOT NULL,
      event_id text NOT NULL,
      -- Where its receipt is: receipts are partitioned by this instant.
      accepted_at timestamptz NOT NULL,
      PRIMARY KEY (brand_id, event_id)
    ) PARTITION BY HASH (brand_id, event_id);
    ${partitions('event_keys')}

    -- An order is awarded once per brand (2.6). The row is the lock that a sale and its refunds share (2.9).
    CREATE TABLE orders (
      brand_id uuid NOT NULL,
      order_id text NOT NULL,
      -- Set when awarded.
      ambassador_id uuid,
      award_id uuid,
      -- A sale of it was judged and refused: its refunds wait for nothing.
      refused boolean NOT NULL DEFAULT false,
      PRIMARY KEY (brand_id, order_id)
    ) PARTITION BY HASH (brand_id, order_id);
    ${partitions('orders')}

    -- Every refund of an order, whatever became of it: refunds already known count against a later award (2.12).
    CREATE TABLE refunds (
      brand_id uuid NOT NULL,
      order_id text NOT NULL,
      -- In the order accepted.
      place bigint GENERATED ALWAYS AS IDENTITY,
      event_id text NOT NULL,
      envelope_id uuid NOT NULL,
      net_amount bigint NOT NULL,
      occurred_at timestamptz NOT NULL,
      accepted_at timestamptz NOT NULL,
      -- Not yet counted against an award.
      open boolean NOT NULL,
      PRIMARY KEY (brand_id, order_id, event_id)
    );

    -- The row that everything of one ambassador's ledger is done under.
    CREATE TABLE accounts (
      ambassador_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      seq bigint NOT NULL DEFAULT 0,
      pending bigint NOT NULL DEFAULT 0,
      available bigint NOT NULL DEFAULT 0
    ) WITH (fillfactor = 70);

    -- Append-only (2.14): the trigger refuses anything else.
    CREATE TABLE ledger (
      ambassador_id uuid NOT NULL,
      seq bigint NOT NULL,
      id uuid NOT NULL,
      brand_id uuid NOT NULL,
      kind text NOT NULL,
      program_id uuid,
      series_id uuid,
      pending_delta bigint NOT NULL,
      available_delta bigint NOT NULL,
      event_id text NOT NULL,
      original_id uuid,
      occurred_at timestamptz NOT NULL,
      posted_at timestamptz NOT NULL,
      reason text,
      rule jsonb,
      PRIMARY KEY (ambassador_id, seq)
    ) PARTITION BY HASH (ambassador_id);
    ${partitions('ledger')}

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the ledger is append-only';
    END $$;
    CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON ledger
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- What refunds and releases still need of an earning row; done under its ambassador's account.
    CREATE TABLE awards (
      ambassador_id uuid NOT NULL,
      id uuid NOT NULL,
      brand_id uuid NOT NULL,
      order_id text,
      program_id uuid NOT NULL,
      series_id uuid NOT NULL,
      points bigint NOT NULL,
      net_amount bigint NOT NULL,
      refunded numeric NOT NULL DEFAULT 0,
      reversed bigint NOT NULL DEFAULT 0,
      held boolean NOT NULL,
      available_at timestamptz,
      event_id text NOT NULL,
      envelope_id uuid NOT NULL,
      occurred_at timestamptz NOT NULL,
      accepted_at timestamptz NOT NULL,
      quiet boolean NOT NULL,
      PRIMARY KEY (ambassador_id, id)
    ) PARTITION BY HASH (ambassador_id);
    ${partitions('awards')}
    -- Releases that are due, and the earliest open hold, by ambassador.
    CREATE INDEX awards_held ON awards (ambassador_id, available_at) WHERE held;

    -- What became of each event (2.18), by month of acceptance; the default partition takes what has none yet.
    CREATE TABLE receipts (
      brand_id uuid NOT NULL,
      event_id text NOT NULL,
      accepted_at timestamptz NOT NULL,
      version int NOT NULL,
      activity text NOT NULL,
      ambassador_id uuid,
      status text NOT NULL,
      reason text,
      points bigint,
      entry_id uuid,
      order_id text,
      net_amount bigint,
      currency text,
      occurred_at timestamptz NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (brand_id, event_id, accepted_at)
    ) PARTITION BY RANGE (accepted_at);
    CREATE TABLE receipts_default PARTITION OF receipts DEFAULT;

    -- Events of ambassadors not yet known (2.19).
    CREATE TABLE parked_events (
      brand_id uuid NOT NULL,
      event_id text NOT NULL,
      ref text NOT NULL,
      place bigint GENERATED ALWAYS AS IDENTITY,
      event jsonb NOT NULL,
      PRIMARY KEY (brand_id, event_id)
    );
    CREATE INDEX parked_events_ref ON parked_events (brand_id, ref, place);
  `,
);
