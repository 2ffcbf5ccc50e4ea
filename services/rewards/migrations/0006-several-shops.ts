import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/**
 * While the version before still runs, it connects no stand-in shops (its ON CONFLICT names a constraint that is gone; it
 * tries again), and goes on with the one shop that a brand has.
 */
export const severalShops = sqlMigration(
  'SeveralShops1763900000050',
  `
    ALTER TABLE shops
      DROP CONSTRAINT shops_brand_id_key,
      DROP CONSTRAINT shops_domain_key,
      DROP CONSTRAINT shops_status_check,
      ADD CONSTRAINT shops_status_check CHECK (status IN ('connected', 'uninstalled', 'token_refused')),
      ADD CONSTRAINT shops_brand_domain UNIQUE (brand_id, domain),
      -- Sealed (out/tokens/seal.ts); null where the shop is not connected.
      ALTER COLUMN access_token DROP NOT NULL,
      -- Both null for a token that does not expire.
      ADD COLUMN refresh_token text,
      ADD COLUMN token_expires_at timestamptz,
      ADD COLUMN is_primary boolean NOT NULL DEFAULT false;
    -- A domain is one brand's while it is connected.
    CREATE UNIQUE INDEX shops_connected_domain ON shops (domain) WHERE status = 'connected';
    UPDATE shops SET is_primary = true;
    CREATE UNIQUE INDEX shops_primary ON shops (brand_id) WHERE is_primary;

    -- Which of a brand's shops has a variant, as it was found once.
    CREATE TABLE shop_variants (
      brand_id uuid NOT NULL,
      variant_gid text NOT NULL,
      shop_id uuid NOT NULL REFERENCES shops,
      PRIMARY KEY (brand_id, variant_gid)
    );

    -- Where a grant's code or order is made; once it is known, no retry goes anywhere else.
    ALTER TABLE grants ADD COLUMN shop_id uuid;
    UPDATE grants g SET shop_id = s.shop_id FROM shops s
      WHERE s.brand_id = g.brand_id AND g.status IN ('pending', 'needs_attention')
        AND (g.reward->>'type' = 'shopify_product' OR g.reward->>'source' = 'shopify');

    -- Who is being asked to let the app into a shop: good once, by the hash of what Shopify gives back.
    CREATE TABLE shop_connects (
      nonce_hash text PRIMARY KEY,
      brand_id uuid NOT NULL,
      domain text NOT NULL,
      actor jsonb NOT NULL,
      expires_at timestamptz NOT NULL
    );
`,
);

/** What waits at a shop that is lost. Without a transaction, grants are many. */
export const grantsOfShop = sqlMigration(
  'GrantsOfShop1763900000051',
  `
    CREATE INDEX CONCURRENTLY IF NOT EXISTS grants_of_shop ON grants (shop_id) WHERE status = 'pending'
`,
  { transaction: false },
);
