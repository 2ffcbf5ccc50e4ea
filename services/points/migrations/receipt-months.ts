import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/**
 * Receipts without a default partition: beside one, Postgres detaches no month without locking the table. What writes
 * receipts asks for their months first.
 */
export const receiptMonthsMigration = sqlMigration(
  'ReceiptMonths1763900000020',
  `
    CREATE FUNCTION is_receipt_partition(name text) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (SELECT FROM pg_inherits
        WHERE inhparent = 'receipts'::regclass AND inhrelid = to_regclass(quote_ident(name)));
    $$;

    -- Makes the partitions of months (UTC, 'YYYY-MM') that are not there. One look in the catalog where they are; an
    -- attached empty table keeps nobody from reading or writing.
    CREATE FUNCTION ensure_receipt_months(months text[]) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      month text;
      name text;
    BEGIN
      FOREACH month IN ARRAY months LOOP
        name := 'receipts_' || replace(month, '-', '_');
        CONTINUE WHEN is_receipt_partition(name);
        PERFORM pg_advisory_xact_lock(hashtext('receipt months'));
        CONTINUE WHEN is_receipt_partition(name);
        EXECUTE format('CREATE TABLE %I (LIKE receipts INCLUDING ALL)', name);
        EXECUTE format('ALTER TABLE receipts ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name,
          month || '-01T00:00:00Z',
          to_char((month || '-01')::date + interval '1 month', 'YYYY-MM-DD') || 'T00:00:00Z');
      END LOOP;
    END $$;

    ALTER TABLE receipts DETACH PARTITION receipts_default;
    SELECT ensure_receipt_months(coalesce(
      (SELECT array_agg(DISTINCT to_char(accepted_at AT TIME ZONE 'UTC', 'YYYY-MM')) FROM receipts_default), '{}'));
    INSERT INTO receipts SELECT * FROM receipts_default;
    DROP TABLE receipts_default;
  `,
);
