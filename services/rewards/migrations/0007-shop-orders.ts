import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Shops tell of their orders by webhooks, and are asked for them; those that are connected already begin at once. */
export const shopOrders = sqlMigration(
  'ShopOrders1763900000052',
  `
    -- All orders that changed before are pulled; null: none yet.
    ALTER TABLE shops
      ADD COLUMN orders_pulled_to timestamptz,
      -- When the shop was connected first: what was placed before is the brand's own history.
      ADD COLUMN orders_from timestamptz;
    INSERT INTO due_work (kind, key, brand_id, payload, due_at)
      SELECT kind, shop_id::text, brand_id, '{}', clock_timestamp()
      FROM shops CROSS JOIN (VALUES ('subscribe-webhooks'), ('pull-orders')) AS work (kind)
      WHERE status = 'connected'
    ON CONFLICT DO NOTHING;
  `,
);
