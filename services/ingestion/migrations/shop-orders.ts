import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** What shops tell of their orders, and whose each order was found to be. */
export const shopOrdersMigration = sqlMigration(
  'ShopOrders1763900000003',
  `
    ALTER TABLE brands
      ADD COLUMN attribution_model text NOT NULL DEFAULT 'last_click',
      ADD COLUMN attribution_recurring_days int NOT NULL DEFAULT 0;

    -- Each webhook that was taken, so that the same one sent again is known; without its body, which names a buyer.
    CREATE TABLE shop_webhooks (
      brand_id uuid NOT NULL,
      webhook_id text NOT NULL,
      topic text NOT NULL,
      shop_domain text NOT NULL,
      received_at timestamptz NOT NULL,
      -- Why it could not be read; the pull of orders brings what it told of.
      problem text,
      PRIMARY KEY (brand_id, webhook_id)
    );
    CREATE INDEX shop_webhooks_received ON shop_webhooks (received_at);

    -- What is known of an order, and what of it was told to points.
    CREATE TABLE shop_orders (
      brand_id uuid NOT NULL,
      order_id text NOT NULL,
      state jsonb NOT NULL,
      PRIMARY KEY (brand_id, order_id)
    );

    CREATE TABLE attributions (
      brand_id uuid NOT NULL,
      order_id text NOT NULL,
      order_name text NOT NULL,
      shop_domain text NOT NULL,
      placed_at timestamptz NOT NULL,
      method text NOT NULL,
      decided_at timestamptz NOT NULL,
      ambassador_id uuid NOT NULL,
      evidence jsonb NOT NULL,
      customer_id text,
      customer_email_hash text,
      -- Minor units, less refunds and edits.
      net_amount bigint NOT NULL,
      PRIMARY KEY (brand_id, order_id)
    );
    CREATE INDEX attributions_placed ON attributions (brand_id, placed_at, order_id);
    CREATE INDEX attributions_customer ON attributions (brand_id, customer_id, placed_at);
    CREATE INDEX attributions_email ON attributions (brand_id, customer_email_hash, placed_at);
  `,
);
