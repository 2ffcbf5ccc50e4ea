import type { Sql } from '@cairn/service-kit/postgres/sql';
import {
  attachedMonths,
  detachMonth,
  ensureReceiptMonths,
  isMonthOpen,
  monthOf,
  renameDetached,
} from '../out/postgres/receipt-months.js';

/** Makes the receipts' partitions of this month and the next two, so that no chunk has to. */
export async function ensureReceiptPartitions(sql: Sql, now: Date): Promise<void> {
  await ensureReceiptMonths(
    sql,
    [0, 1, 2].map(ahead => monthsFrom(now, ahead)),
  );
}

/**
 * Takes months of receipts out of the table that are older than those kept, while everybody goes on reading and writing;
 * months in which a receipt may still change by itself stay. The detached tables are the operator's to archive or drop.
 * Whatever cuts it off, the next call goes on.
 * @param sql one session, in no transaction. @param keptMonths full months besides this one.
 * @returns the detached tables.
 */
export async function detachOldReceipts(sql: Sql, now: Date, keptMonths: number): Promise<string[]> {
  const oldest = monthOf(monthsFrom(now, -keptMonths));
  for (const month of await attachedMonths(sql)) {
    const isOld = month.month < oldest;
    if (month.pending || (isOld && !(await isMonthOpen(sql, month)))) await detachMonth(sql, month);
  }
  return await renameDetached(sql, now);
}

function monthsFrom(now: Date, months: number): number {
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1);
}
