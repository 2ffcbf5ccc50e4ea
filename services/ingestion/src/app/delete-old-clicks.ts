import type { Sql } from '@cairn/service-kit/postgres/sql';
import { clicksOfUseFrom } from '../domain/click.js';
import { deleteClicks, listWindows } from '../out/postgres/clicks.js';

/** Rows a statement, so that none holds anything for long. */
const atOnce = 2_000;

/**
 * Deletes each brand's clicks that are of no more use. May run anywhere at once: what one deletes the other passes over.
 * @param stop ends it between two statements; the next run goes on.
 */
export async function deleteOldClicks(sql: Sql, now: Date, stop: AbortSignal): Promise<void> {
  for (const { brandId, windowDays } of await listWindows(sql)) {
    const before = clicksOfUseFrom(now, windowDays);
    while (!stop.aborted && (await deleteClicks(sql, brandId, before, atOnce)));
    if (stop.aborted) return;
  }
}
