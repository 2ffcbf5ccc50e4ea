import { sqlMigration } from '@cairn/service-kit/postgres/migrate';
import { hashPartitions } from './hash-partitions.js';

/**
 * The sales attributed to each ambassador, which tiered rules look back over (domain.md 2.6, ADR 37). What was judged
 * before is recorded by work in the background (app/record-sales.ts), begun here.
 */
export const attributedSalesMigration = sqlMigration(
  'Referrals1763900000007',
  `
    -- The order's sale event judged last, of those whose ambassador is known; null where there is none.
    ALTER TABLE orders
      ADD COLUMN sale_ambassador_id uuid,
      ADD COLUMN sale_at timestamptz,
      ADD COLUMN sale_accepted_at timestamptz,
      ADD COLUMN sale_net_amount bigint,
      ADD COLUMN sale_currency text;

    -- The same, where an ambassador's are found by their own time; written under the ambassador's account.
    CREATE TABLE attributed_sales (
      ambassador_id uuid NOT NULL,
      occurred_at timestamptz NOT NULL,
      order_id text NOT NULL,
      brand_id uuid NOT NULL,
      currency text NOT NULL,
      -- Minor units; \`net\` is less all refunds that are known.
      net_amount bigint NOT NULL,
      net bigint NOT NULL,
      -- No refunds cover it wholly.
      counts boolean NOT NULL,
      last_refund_at timestamptz,
      PRIMARY KEY (ambassador_id, occurred_at, order_id)
    ) PARTITION BY HASH (ambassador_id);
    ${hashPartitions('attributed_sales')}
    -- Sales whose refunds are partly from after a window's end.
    CREATE INDEX attributed_sales_refunded ON attributed_sales (ambassador_id, last_refund_at)
      WHERE last_refund_at IS NOT NULL;

    -- Their sums by UTC day, so that a window costs its days and not its sales.
    CREATE TABLE sale_days (
      ambassador_id uuid NOT NULL,
      day date NOT NULL,
      currency text NOT NULL,
      brand_id uuid NOT NULL,
      sales bigint NOT NULL,
      amount numeric NOT NULL,
      PRIMARY KEY (ambassador_id, day, currency)
    ) PARTITION BY HASH (ambassador_id);
    ${hashPartitions('sale_days')}

    -- Twice: a version of the service that does not know these tables may judge sales while the first one runs.
    INSERT INTO due_work (kind, key, brand_id, payload, due_at) VALUES
      ('record-sales', 'first', '00000000-0000-0000-0000-000000000000', 
        '{"pass": "first", "step": 0, "after": null}', now()),
      ('record-sales', 'second', '00000000-0000-0000-0000-000000000000', 
        '{"pass": "second", "step": 0, "after": null}', now() + interval '1 day');
  `,
);
