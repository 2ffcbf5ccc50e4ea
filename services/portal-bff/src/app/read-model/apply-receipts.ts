import type { EventOf } from '@cairn/contracts/envelope';
import type { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { lineKey, lineVersions, saveActivity } from '../../out/postgres/read-model/activity.js';
import { freeReplaced, saveDeeds } from '../../out/postgres/read-model/earning.js';
import { touchHomes } from '../../out/postgres/read-model/touch-homes.js';
import { newerStates, type VersionGap } from './newer-states.js';

type ReceiptChanged = EventOf<typeof receiptChanged>;

/**
 * "Lately" from receipts. One whose ambassador is not known yet is nobody's line.
 * @returns the gaps of lines that are kept; of a line that was trimmed, earlier versions are not missed.
 */
export async function applyReceipts(sql: Sql, events: ReceiptChanged[]): Promise<VersionGap[]> {
  const known = events.filter(event => event.data.ambassadorId !== null);
  const keyOf = (event: ReceiptChanged) =>
    lineKey({ ambassadorId: event.data.ambassadorId ?? '', eventId: event.data.eventId });
  const stored = await lineVersions(
    sql,
    known.map(({ data }) => ({ ambassadorId: data.ambassadorId ?? '', eventId: data.eventId })),
  );
  const { newest, gaps } = newerStates(known, stored, keyOf);
  const [touched] = await Promise.all([
    saveActivity(sql, newest),
    saveDeeds(sql, newest),
    // Of every version: the next one does not say it again.
    freeReplaced(sql, known),
  ]);
  await touchHomes(sql, touched);
  return gaps.filter(gap => gap.stored > 0);
}
