import { type LimitWindow, limitWindow } from '@cairn/contracts/limit-window';
import type { BrandCatalog } from '../domain/catalog.js';
import { judgedAs } from '../domain/happening.js';
import type { ActionActivity, CampaignActivity } from './activity.js';
import { keyOf, type WorkingSet } from './working-set.js';

type Catalogs = ReadonlyMap<string, BrandCatalog>;
type AccountOf = WorkingSet['accountOf'];

/** A proof as it is locked; `proof` is SHA-256 in hex. */
export interface ProofKey {
  brandId: string;
  actionId: string;
  proof: string;
}

export interface WantedWindow {
  ambassadorId: string;
  actionId: string;
  window: LimitWindow;
  /** More places need not be counted. */
  most: number;
}

/** The proofs to be locked: those of actions that there are; what names none is refused without a look at its proof. */
export function provable(actions: readonly ActionActivity[], catalogs: Catalogs): ProofKey[] {
  const keys = actions.flatMap(({ brandId, actionId, proof }) => {
    const action = catalogs.get(brandId)?.actions.get(actionId);
    return proof === null || action === undefined || action.archived ? [] : [{ brandId, actionId, proof }];
  });
  return distinct(keys, key => keyOf(key.brandId, key.actionId, key.proof));
}

/** A place that may be taken. `at`: the instant by which it counts, in milliseconds. */
interface WantedPlace {
  brandId: string;
  ambassadorId: string;
  actionId: string;
  at: number;
}

/** The places that actions at hand may take; those of ambassadors not known take none. */
export function placesOf(actions: readonly ActionActivity[], accountOf: AccountOf): WantedPlace[] {
  return actions.flatMap(activity => {
    const account = accountOf(activity);
    if (account === undefined) return [];
    const at = judgedAs(activity.occurredAt, activity.waited, account.memberships);
    const { brandId, actionId } = activity;
    return [{ brandId, ambassadorId: account.ambassadorId, actionId, at }];
  });
}

/** The windows in which limits of the places at hand are counted (domain.md 2.1), each once. */
export function windowsOf(places: readonly WantedPlace[], catalogs: Catalogs): WantedWindow[] {
  const windows = places.flatMap(({ brandId, ambassadorId, actionId, at }) => {
    const catalog = catalogs.get(brandId);
    const action = catalog?.actions.get(actionId);
    if (!catalog || !action?.limit) return [];
    const window = limitWindow(action.limit.per, at, catalog.brand.timezone);
    // Each place gives back one at most (2.3), so so many beyond the limit say enough.
    const most = action.limit.count + places.length;
    return [{ ambassadorId, actionId, window, most }];
  });
  return distinct(windows, of => keyOf(of.ambassadorId, of.actionId, String(of.window.from)));
}

/** The ambassadors and campaigns whose steps are needed, each pair once. */
export function stepPairs(campaigns: readonly CampaignActivity[], catalogs: Catalogs, accountOf: AccountOf) {
  const pairs = campaigns.flatMap(activity => {
    const account = accountOf(activity);
    const isKnown = catalogs.get(activity.brandId)?.campaigns.has(activity.campaignId);
    return account === undefined || !isKnown
      ? []
      : [{ ambassadorId: account.ambassadorId, campaignId: activity.campaignId }];
  });
  return distinct(pairs, pair => keyOf(pair.ambassadorId, pair.campaignId));
}

function distinct<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing[] {
  return [...new Map(things.map(thing => [key(thing), thing])).values()];
}
