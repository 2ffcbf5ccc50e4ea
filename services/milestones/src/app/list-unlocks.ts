import type { PageQuery } from '@cairn/contracts/http/page';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { selectAmbassador } from '../out/postgres/ambassadors.js';
import { selectUnlocks } from '../out/postgres/unlocks.js';
import type { AppContext } from './context.js';
import { numberCursor } from './cursors.js';
import { found } from './preconditions.js';

/** A page of what an ambassador unlocked, the last first. @throws DomainError `not_found` */
export async function listUnlocks(
  app: AppContext,
  brandId: string,
  ambassadorId: string,
  { limit, cursor }: PageQuery,
) {
  const sql = onPool(app.db);
  found(await selectAmbassador(sql, brandId, ambassadorId), 'ambassador');
  const after = decodeCursor(cursor, numberCursor)?.[0] ?? null;
  const rows = await selectUnlocks(sql, brandId, ambassadorId, after, limit);
  return pageOf(
    rows,
    limit,
    ({ series, cycle, tier, unlockedAt }) => ({ series, cycle, tier, unlockedAt }),
    row => [row.number],
  );
}
