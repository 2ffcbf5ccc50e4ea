import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const allRewards = sqlMigration(
  'AllRewards1763900000002',
  `
    ALTER TABLE grants
      ADD COLUMN series_name text NOT NULL DEFAULT '',
      -- The order that sends the product.
      ADD COLUMN order_name text,
      ADD COLUMN order_gid text,
      ADD COLUMN fulfilled_at timestamptz,
      ADD COLUMN note text,
      ADD COLUMN tracking text,
      -- {variantGid, address, at}: what the ambassador chose, and where it is sent. Personal data.
      ADD COLUMN claim jsonb,
      -- How often an admin gave another reward instead.
      ADD COLUMN replacements int NOT NULL DEFAULT 0,
      -- The one draft order that may become this grant's order, and what it was made from. A retired one is being
      -- deleted, because what it was made from has changed.
      ADD COLUMN draft_gid text,
      ADD COLUMN draft_fingerprint text,
      ADD COLUMN draft_retired boolean NOT NULL DEFAULT false;

    -- The queue: one status, newest first; its counts.
    CREATE INDEX grants_by_status ON grants (brand_id, status, created_at DESC, grant_id DESC);
    -- What an address that arrives sets going.
    CREATE INDEX grants_claimable ON grants (ambassador_id) WHERE status = 'claimable';
    -- Who is next when a pool has codes.
    CREATE INDEX grants_of_pool ON grants (brand_id, (reward->>'poolId'), created_at, grant_id)
      WHERE status IN ('pending', 'waiting_for_codes') AND reward->>'source' = 'pool';

    -- Whose draft orders were swept.
    CREATE INDEX grants_of_draft ON grants (draft_gid) WHERE draft_gid IS NOT NULL;

    CREATE TABLE code_pools (
      pool_id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      name text NOT NULL,
      low_at int NOT NULL,
      created_at timestamptz NOT NULL
    );
    CREATE INDEX code_pools_of_brand ON code_pools (brand_id, created_at DESC, pool_id DESC);

    -- No foreign keys: they prove nothing here, and slow down bulk uploads.
    CREATE TABLE pool_codes (
      pool_id uuid NOT NULL,
      code text NOT NULL,
      brand_id uuid NOT NULL,
      -- The order of upload, in which codes are drawn.
      place bigint GENERATED ALWAYS AS IDENTITY,
      added_at timestamptz NOT NULL,
      -- Null: free. A grant draws one code.
      grant_id uuid UNIQUE,
      drawn_at timestamptz,
      PRIMARY KEY (pool_id, code)
    );
    CREATE INDEX pool_codes_free ON pool_codes (pool_id, place) WHERE grant_id IS NULL;

    ALTER TABLE ambassadors
      ADD COLUMN address jsonb,
      -- When the address became what it is, by the catalog's time.
      ADD COLUMN address_changed_at timestamptz;
    -- The copy is made again with addresses: without stored offsets the compacted topic is read from its start.
    UPDATE ambassadors SET version = 0;
    DELETE FROM consumer_offsets WHERE topic = 'cairn.catalog.ambassadors.v1';

    INSERT INTO due_work (kind, key, brand_id, payload, due_at)
      SELECT 'sweep-drafts', shop_id::text, brand_id, '{}', clock_timestamp() FROM shops;
`,
);
