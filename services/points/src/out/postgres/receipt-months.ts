import type { Sql } from '@cairn/service-kit/postgres/sql';

/**
 * Makes the partitions of `receipts` that these instants lie in, where there are none. To be asked for before the rows
 * themselves: a month that is gone, as when an old dead letter is judged again, is made anew.
 * @param instants milliseconds since the epoch, or RFC 3339.
 */
export async function ensureReceiptMonths(sql: Sql, instants: readonly (number | string)[]): Promise<void> {
  await sql.query('SELECT ensure_receipt_months($1::text[])', [[...new Set(instants.map(monthOf))].sort()]);
}

/** A month in UTC as the partitions are named: `2026-11`. */
export function monthOf(instant: number | string | Date): string {
  return new Date(instant).toISOString().slice(0, 7);
}

export interface ReceiptMonth {
  table: string;
  /** `2026-11`. */
  month: string;
  /** Its detaching began and was cut off. */
  pending: boolean;
}

const attached = `
  SELECT relname AS "table", replace(substr(relname, length('receipts_') + 1), '_', '-') AS month,
    inhdetachpending AS pending
  FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
  WHERE inhparent = 'receipts'::regclass ORDER BY relname`;

export async function attachedMonths(sql: Sql): Promise<ReceiptMonth[]> {
  return await sql.query<ReceiptMonth>(attached);
}

/** Whether a receipt of the month may still change by itself: its hold, review or wait is not over. */
export async function isMonthOpen(sql: Sql, { table }: ReceiptMonth): Promise<boolean> {
  const [row] = await sql.query<{ open: boolean }>(
    `SELECT EXISTS (SELECT FROM ${table} WHERE status IN ('held', 'in_review', 'parked')) AS open`,
  );
  return row!.open;
}

/**
 * Takes a month out of `receipts` while others go on reading and writing. Not in a transaction. Cut off, it is ended by
 * the next call.
 */
export async function detachMonth(sql: Sql, { table, pending }: ReceiptMonth): Promise<void> {
  await sql.query(`ALTER TABLE receipts DETACH PARTITION ${table} ${pending ? 'FINALIZE' : 'CONCURRENTLY'}`);
}

const detached = `
  SELECT relname AS "table" FROM pg_class
  WHERE relname ~ '^receipts_[0-9]{4}_[0-9]{2}$' AND relkind = 'r' AND NOT relispartition
    AND relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'receipts'::regclass)`;

/**
 * Renames what was detached to `receipts_2024_01_detached_20260301`: out of the way of a month made anew, and told apart
 * by whoever archives it. @returns the new names.
 */
export async function renameDetached(sql: Sql, today: Date): Promise<string[]> {
  const day = today.toISOString().slice(0, 10).replaceAll('-', '');
  const names: string[] = [];
  for (const { table } of await sql.query<{ table: string }>(detached)) {
    const name = `${table}_detached_${day}`;
    await sql.query(`ALTER TABLE ${table} RENAME TO ${name}`);
    names.push(name);
  }
  return names;
}
