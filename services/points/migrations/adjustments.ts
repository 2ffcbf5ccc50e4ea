import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/**
 * Adjustments by their event id, which the ledger shows (domain.md 2.10, 2.18): the ledger itself is found by ambassador.
 * A trigger writes it, so that rows of a version from before it are there too, and those that a restore reads back.
 */
export const adjustmentsMigration = sqlMigration(
  'Adjustments1763900000042',
  `
    CREATE TABLE adjustments (
      brand_id uuid NOT NULL,
      event_id text NOT NULL,
      -- Its row.
      ambassador_id uuid NOT NULL,
      seq bigint NOT NULL,
      PRIMARY KEY (brand_id, event_id)
    );
    CREATE FUNCTION keep_adjustment() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO adjustments VALUES (NEW.brand_id, NEW.event_id, NEW.ambassador_id, NEW.seq) ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;
    CREATE TRIGGER ledger_adjustments AFTER INSERT ON ledger FOR EACH ROW
      WHEN (NEW.kind = 'adjustment') EXECUTE FUNCTION keep_adjustment();
  `,
);

/** Those from before, in a transaction of its own: it reads the ledger, and keeps nobody from writing it. */
export const earlierAdjustmentsMigration = sqlMigration(
  'EarlierAdjustments1763900000043',
  `
    INSERT INTO adjustments
    SELECT brand_id, event_id, ambassador_id, seq FROM ledger WHERE kind = 'adjustment'
    ON CONFLICT DO NOTHING
  `,
);
