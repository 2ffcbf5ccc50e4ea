import type { FulfilmentQuery } from '@cairn/contracts/http/fulfilment';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { waitingStatuses } from '../domain/grant-actions.js';
import { countByStatus, selectQueue } from '../out/postgres/reward-rows.js';
import { timeCursor } from './cursors.js';
import { fulfilmentItem } from './reward-view.js';

/** Rewards newest first; without a status, those that wait for somebody (domain.md 4.4). */
export async function listFulfilment(sql: Sql, brandId: string, query: FulfilmentQuery) {
  const { limit, cursor, status = waitingStatuses, ...filter } = query;
  const after = decodeCursor(cursor, timeCursor) ?? ([null, null] as const);
  const rows = await selectQueue(sql, brandId, { ...filter, status }, after, limit + 1);
  return pageOf(rows, limit, fulfilmentItem, row => [row.createdAt, row.grantId]);
}

/** How many rewards wait for somebody, in all and by status. */
export async function countFulfilment(sql: Sql, brandId: string) {
  const found = await countByStatus(sql, brandId, waitingStatuses);
  const byStatus = Object.fromEntries(waitingStatuses.map(status => [status, found[status] ?? 0]));
  return { waiting: Object.values(byStatus).reduce((sum, n) => sum + n, 0), byStatus };
}
