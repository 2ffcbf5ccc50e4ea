import type { Envelope, EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import type { referralRuleChanged } from '@cairn/contracts/events/catalog/referral-rule-changed';
import { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { saveAmbassadors } from '../../out/postgres/read-model/ambassadors.js';
import { savePrograms, saveReferralRules, saveSeries } from '../../out/postgres/read-model/catalog.js';
import { touchBrands, touchHomes } from '../../out/postgres/read-model/touch-homes.js';

/*
 * Copies of other services' catalogs. Their topics are compacted, so versions have gaps by nature and none is told;
 * each statement drops what is not newer.
 */

export async function applyAmbassadors(sql: Sql, events: EventOf<typeof ambassadorChanged>[]): Promise<void> {
  const newest = newestBy(events, event => event.data.ambassadorId);
  await touchHomes(sql, await saveAmbassadors(sql, newest));
}

export async function applyPrograms(
  sql: Sql,
  events: (EventOf<typeof programChanged> | EventOf<typeof seriesChanged>)[],
): Promise<void> {
  const programs = newestBy(
    events.filter(event => event.type === programChanged.type),
    event => event.data.programId,
  );
  const series = newestBy(
    events.filter(event => event.type === seriesChanged.type),
    event => event.data.seriesId,
  );
  await touchBrands(sql, [...(await savePrograms(sql, programs)), ...(await saveSeries(sql, series))]);
}

export async function applyReferralRules(
  sql: Sql,
  events: EventOf<typeof referralRuleChanged>[],
): Promise<void> {
  const newest = newestBy(events, event => event.data.programId);
  await touchBrands(sql, await saveReferralRules(sql, newest));
}

function newestBy<Event extends Envelope>(
  events: readonly Event[],
  keyOf: (event: Event) => string,
): Event[] {
  const newest = new Map<string, Event>();
  for (const event of events) {
    const other = newest.get(keyOf(event));
    if ((other?.aggregateversion ?? 0) < (event.aggregateversion ?? 0)) newest.set(keyOf(event), event);
  }
  return [...newest.values()];
}
