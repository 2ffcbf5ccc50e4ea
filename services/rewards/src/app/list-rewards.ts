import type { PageQuery } from '@cairn/contracts/http/page';
import { DomainError } from '@cairn/service-kit/domain-error';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { rewardsOf } from '../out/postgres/reward-rows.js';
import { timeCursor } from './cursors.js';
import { rewardItem } from './reward-view.js';

const exists = 'SELECT FROM ambassadors WHERE ambassador_id = $1 AND brand_id = $2';

/** An ambassador's rewards, newest first. @throws DomainError `not_found` for another brand's ambassador (6.2). */
export async function listRewards(sql: Sql, brandId: string, ambassadorId: string, page: PageQuery) {
  const known = await sql.query(exists, [ambassadorId, brandId]);
  if (known.length === 0) throw new DomainError('not_found', 'There is no such ambassador.');
  const after = decodeCursor(page.cursor, timeCursor) ?? ([null, null] as const);
  const rows = await rewardsOf(sql, brandId, ambassadorId, after, page.limit + 1);
  return pageOf(rows, page.limit, rewardItem, row => [row.createdAt, row.grantId]);
}
