import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { BrandCatalog } from '../domain/catalog.js';
import { lockAndLoadAccounts } from '../out/postgres/accounts.js';
import { countPlaces } from '../out/postgres/action-places.js';
import { resolveRefs } from '../out/postgres/ambassador-refs.js';
import { loadTouchedAwards } from '../out/postgres/awards.js';
import { loadCampaignSteps } from '../out/postgres/campaign-steps.js';
import { loadCatalogs } from '../out/postgres/catalog.js';
import { loadCountedRefunds, loadOpenRefunds, lockOrders } from '../out/postgres/orders.js';
import { lockProofs } from '../out/postgres/proofs.js';
import {
  anyRecalled,
  loadRecalled,
  recalledAmbassadors,
  recalledClaims,
} from '../out/postgres/recalled-rows.js';
import { lockSubmissions } from '../out/postgres/submissions.js';
import { loadTrust } from '../out/postgres/trusts.js';
import { ActionHoldings } from './action-holdings.js';
import type { ActionActivity, Activity, AmbassadorActivity, CampaignActivity } from './activity.js';
import { CampaignSteps } from './campaign-steps.js';
import { Judgement } from './judgement.js';
import { orderClaim, proofClaim, RecalledRows } from './recalled-rows.js';
import { saveJudgement } from './save-judgement.js';
import { Submissions } from './submissions.js';
import { type ProofKey, placesOf, provable, stepPairs, windowsOf } from './wanted-holdings.js';
import { type AccountState, keyOf, type OrderState, type WorkingSet } from './working-set.js';

export interface Subjects {
  brandIds: readonly string[];
  orders: readonly { brandId: string; orderId: string }[];
  refs: readonly { brandId: string; ref: string }[];
  actions?: readonly ActionActivity[];
  campaigns?: readonly CampaignActivity[];
  /** What is to be judged; after a restore its rows may be there already. */
  events?: readonly Activity[];
  /** Ambassadors to lock besides those that the orders and references lead to. */
  ambassadorIds?: readonly string[];
  /** Submissions on which somebody decides; their orders and ambassadors are among the above. */
  submissions?: readonly SubmissionSubject[];
  /** Proofs to lock besides those of the actions. */
  proofs?: readonly ProofKey[];
}

/** What of a submission never changes. */
interface SubmissionSubject {
  id: string;
  brandId: string;
  ambassadorId: string;
  /** Null of a sale, as the instant of its place in limits. */
  actionId: string | null;
  heldAt: number | null;
}

/** What activities need locked and loaded. */
export function subjectsOf(activities: readonly Activity[]): Subjects {
  return {
    brandIds: [...new Set(activities.map(activity => activity.brandId))],
    orders: activities.filter(activity => activity.kind === 'sale' || activity.kind === 'refund'),
    refs: activities.filter(activity => activity.kind !== 'refund'),
    actions: activities.filter(activity => activity.kind === 'action'),
    campaigns: activities.filter(activity => activity.kind === 'campaign'),
    events: activities,
  };
}

/**
 * The one way to the ledger: locks in the fixed order (orders, proofs, references, accounts; each sorted), loads what
 * the rules need, lets `decide` judge in memory, and writes it all (design.md §3). Event keys come before, due work
 * after. What no subject needs costs no query.
 */
export async function judge(
  sql: Sql,
  now: Date,
  subjects: Subjects,
  decide: (judgement: Judgement, set: WorkingSet) => void | Promise<void>,
): Promise<void> {
  const set = await lockAndLoad(sql, subjects, now.getTime());
  const judgement = new Judgement(set, now.getTime());
  await decide(judgement, set);
  await saveJudgement(sql, judgement, set, now);
}

async function lockAndLoad(sql: Sql, subjects: Subjects, now: number): Promise<WorkingSet> {
  const { actions = [], campaigns = [], events = [], submissions = [] } = subjects;
  // Before the locks: which proofs there are to lock is the catalog's to say.
  const [catalogs, isRestored] = await Promise.all([
    loadCatalogs(sql, subjects.brandIds, {
      actionIds: [...actions, ...submissions].flatMap(of => of.actionId ?? []),
      campaignIds: campaigns.map(activity => activity.campaignId),
    }),
    anyRecalled(sql),
  ]);
  const [orderRows, proofs, ambassadors] = await Promise.all([
    lockOrders(sql, subjects.orders),
    lockProofs(sql, [...provable(actions, catalogs), ...(subjects.proofs ?? [])]),
    resolveRefs(sql, subjects.refs),
  ]);
  const awarded = orderRows.flatMap(({ ambassadorId, awardId }) =>
    ambassadorId === null || awardId === null ? [] : [{ ambassadorId, awardId }],
  );
  const touched = new Set([
    ...ambassadors.values(),
    ...awarded.map(award => award.ambassadorId),
    ...(subjects.ambassadorIds ?? []),
    ...(isRestored ? await recalledAmbassadors(sql, events) : []),
  ]);
  const locked = await lockAndLoadAccounts(sql, [...touched]);
  const recalled = isRestored
    ? new RecalledRows(await loadRecalled(sql, [...touched]), await recalledClaims(sql, claimsOf(subjects)))
    : new RecalledRows();
  const accounts = new Map(locked.map(account => [account.ambassadorId, account]));
  const [awards, refunds, counted, reviewed, trust] = await Promise.all([
    loadTouchedAwards(sql, awarded, [...touched], now),
    loadOpenRefunds(sql, orderRows),
    submissions.length === 0 ? [] : loadCountedRefunds(sql, orderRows),
    lockSubmissions(
      sql,
      submissions.map(of => of.id),
    ),
    loadTrust(sql, trustees(subjects, catalogs, touched)),
  ]);
  const byId = new Map(awards.map(award => [award.id, award]));
  for (const award of awards) if (award.held) accounts.get(award.ambassadorId)?.holds.push(award);
  const orders = orderRows.map<OrderState>(row => ({
    brandId: row.brandId,
    orderId: row.orderId,
    award: row.awardId === null ? null : byId.get(row.awardId)!,
    refused: row.refused,
    submissionId: row.submissionId,
    openRefunds: [],
    countedRefunds: [],
  }));
  const ordersByKey = new Map(orders.map(order => [keyOf(order.brandId, order.orderId), order]));
  for (const refund of refunds)
    ordersByKey.get(keyOf(refund.brandId, refund.orderId))?.openRefunds.push(refund);
  for (const refund of counted)
    ordersByKey.get(keyOf(refund.brandId, refund.orderId))?.countedRefunds.push(refund);
  const account = (of: Pick<AmbassadorActivity, 'brandId' | 'ref' | 'eventId'>): AccountState | undefined =>
    accounts.get(recalled.earned(of)?.ambassadorId ?? ambassadors.get(keyOf(of.brandId, of.ref)) ?? '');
  const places = [...placesOf(actions, account), ...submissions.flatMap(placeAt)];
  return {
    catalogs,
    accountOf: account,
    ambassadors,
    accounts,
    orders: ordersByKey,
    holdings: new ActionHoldings(proofs, await countPlaces(sql, windowsOf(places, catalogs))),
    steps: new CampaignSteps(await loadCampaignSteps(sql, stepPairs(campaigns, catalogs, account))),
    submissions: new Submissions(reviewed),
    trust,
    recalled,
  };
}

/** Where a submission counts in limits. */
function placeAt({ heldAt, actionId, ...of }: SubmissionSubject) {
  return heldAt === null || actionId === null ? [] : [{ ...of, actionId, at: heldAt }];
}

/** The ambassadors whose trust says whether they are reviewed (domain.md 2.2): nobody's, in a chunk of sales alone. */
function trustees(
  { actions = [], submissions = [] }: Subjects,
  catalogs: ReadonlyMap<string, BrandCatalog>,
  touched: ReadonlySet<string>,
): string[] {
  const isByTrust = actions.some(
    of => catalogs.get(of.brandId)?.actions.get(of.actionId)?.review === 'untrusted',
  );
  return isByTrust || submissions.length > 0 ? [...touched] : [];
}

function claimsOf({ orders, actions = [] }: Subjects): { brandId: string; claim: string }[] {
  const proofs = actions.map(action => ({ brandId: action.brandId, claim: proofClaim(action) }));
  return [
    ...orders.map(order => ({ brandId: order.brandId, claim: orderClaim(order) })),
    ...proofs.filter(of => of.claim !== null),
  ] as { brandId: string; claim: string }[];
}
