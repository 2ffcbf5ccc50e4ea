import type { Envelope, EventOf } from '@cairn/contracts/envelope';
import { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { campaignChanged } from '@cairn/contracts/events/catalog/campaign-changed';
import { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import { referralRuleChanged } from '@cairn/contracts/events/catalog/referral-rule-changed';
import { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { trustChanged } from '@cairn/contracts/events/catalog/trust-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { saveAmbassadors } from '../../out/postgres/read-model/ambassadors.js';
import { savePrograms, saveReferralRules, saveSeries } from '../../out/postgres/read-model/catalog.js';
import { saveActions, saveCampaigns } from '../../out/postgres/read-model/earning.js';
import { touchBrands, touchHomes } from '../../out/postgres/read-model/touch-homes.js';
import { saveTrusts } from '../../out/postgres/read-model/trusts.js';

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

export type EarningEvent = EventOf<
  typeof referralRuleChanged | typeof actionChanged | typeof campaignChanged | typeof trustChanged
>;

/** Referral rules, actions and campaigns: what there is to earn by; and who is trusted with it. */
export async function applyEarning(sql: Sql, events: EarningEvent[]): Promise<void> {
  const rules = newestBy(
    events.filter(event => event.type === referralRuleChanged.type),
    event => event.data.programId,
  );
  const actions = newestBy(
    events.filter(event => event.type === actionChanged.type),
    event => event.data.actionId,
  );
  const campaigns = newestBy(
    events.filter(event => event.type === campaignChanged.type),
    event => event.data.campaignId,
  );
  const trusts = newestBy(
    events.filter(event => event.type === trustChanged.type),
    event => event.data.ambassadorId,
  );
  await saveTrusts(sql, trusts);
  const touched = [
    await saveReferralRules(sql, rules),
    await saveActions(sql, actions),
    await saveCampaigns(sql, campaigns),
  ];
  await touchBrands(sql, touched.flat());
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
