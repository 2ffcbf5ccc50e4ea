import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { insertCodes, insertPool } from '../out/postgres/code-pools.js';
import type { Service } from './brand.js';

/** A pool with a known id and these codes, as a backup brings it back. */
export async function poolOn(
  { db, time }: Service,
  brandId: string,
  poolId: string,
  codes: readonly string[],
): Promise<void> {
  const pool = { poolId, brandId, name: 'Welcome codes', lowAt: 0 };
  await inTransaction(db, async sql => {
    await insertPool(sql, pool, time.now);
    await insertCodes(sql, pool, codes, time.now);
  });
}
