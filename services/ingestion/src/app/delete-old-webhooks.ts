import type { Sql } from '@cairn/service-kit/postgres/sql';
import { deleteWebhooks } from '../out/postgres/shop-webhooks.js';

/** Milliseconds that a webhook's id is known: shops try for four hours, and people send some again by hand. */
const kept = 30 * 86_400_000;

/** Webhooks in one statement. */
const mostAtOnce = 1_000;

export async function deleteOldWebhooks(sql: Sql, now: Date, signal: AbortSignal): Promise<void> {
  const before = new Date(now.getTime() - kept);
  while (!signal.aborted && (await deleteWebhooks(sql, before, mostAtOnce)));
}
