import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Makes the receipts' partitions of this month and the next two, so that the default one stays empty. */
export async function ensureReceiptPartitions(sql: Sql, now: Date): Promise<void> {
  for (const ahead of [0, 1, 2]) {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 1));
    const name = `receipts_${from.toISOString().slice(0, 7).replace('-', '_')}`;
    await sql.query(
      `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF receipts
       FOR VALUES FROM ('${from.toISOString()}') TO ('${to.toISOString()}')`,
    );
  }
}
