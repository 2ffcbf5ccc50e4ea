import { cancelWork, type DueWork, scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import { afterCommit, type Sql } from '@cairn/service-kit/postgres/sql';
import { saveAccounts } from '../out/postgres/accounts.js';
import { givePlacesBack, takePlaces } from '../out/postgres/action-places.js';
import { saveSales } from '../out/postgres/attributed-sales.js';
import { earliestHolds, saveAwards } from '../out/postgres/awards.js';
import { saveCampaignSteps } from '../out/postgres/campaign-steps.js';
import { appendRows } from '../out/postgres/ledger.js';
import { saveOrders, saveRefunds } from '../out/postgres/orders.js';
import { parkEvents } from '../out/postgres/parked-events.js';
import { saveProofs } from '../out/postgres/proofs.js';
import { closeRecalled } from '../out/postgres/recalled-rows.js';
import { saveReceipts } from '../out/postgres/receipts.js';
import { keepRefused } from '../out/postgres/refused-events.js';
import { replaceSubmissions, saveSubmissions } from '../out/postgres/submissions.js';
import type { Judgement } from './judgement.js';
import { entryEvents, receiptEvents } from './judgement-events.js';
import { countRows } from './metrics.js';
import type { WorkingSet } from './working-set.js';

const dayMs = 86_400_000;

/** An event of an unknown ambassador waits this long (domain.md 2.19). */
const parkedFor = 7 * dayMs;

export const releaseWork = 'release-hold';
export const expireParkedWork = 'expire-parked-event';
export const expireRefundWork = 'expire-refund';

/**
 * Writes what a judgement decided, one statement a table; none where there is nothing to write. The statements run in
 * the order in which they stand here.
 */
export async function saveJudgement(
  sql: Sql,
  judgement: Judgement,
  set: WorkingSet,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const receipts = judgement.receipts.all();
  const moved = new Set(judgement.rows.map(row => row.ambassadorId));
  const awards = [...judgement.awards.values()];
  const { taken, given, proofs } = set.holdings.changes();
  const withPending = judgement.rows.filter(row => row.pending !== 0).map(row => row.ambassadorId);
  const written = [
    saveOrders(sql, [...judgement.orders]),
    saveRefunds(sql, [...judgement.refunds.values()]),
    saveProofs(sql, proofs),
    givePlacesBack(sql, given),
    takePlaces(sql, taken),
    saveCampaignSteps(sql, set.steps.added),
    saveSubmissions(sql, [...set.submissions.changed]),
    replaceSubmissions(sql, set.submissions.replaced),
    saveAccounts(
      sql,
      [...moved].map(id => set.accounts.get(id)!),
    ),
    saveAwards(sql, awards),
    saveSales(sql, set.sales.changes()),
    appendRows(sql, judgement.rows, at),
    closeRecalled(sql, set.recalled.met),
    parkEvents(sql, judgement.parked),
    keepRefused(sql, judgement.receipts.refusedForSeries()),
  ];
  const [versions, pendingUntil] = await Promise.all([
    saveReceipts(sql, receipts, at),
    earliestHolds(sql, [...new Set(withPending)]),
    scheduleWork(sql, dueWorkOf(judgement, set)),
    cancelWork(
      sql,
      releaseWork,
      judgement.releasedNow.map(award => award.id),
    ),
    ...written,
  ]);
  afterCommit(sql, () => countRows(judgement.rows));
  await appendToOutbox(sql, [
    ...entryEvents(judgement.rows, pendingUntil, at),
    ...receiptEvents(receipts, versions, at),
  ]);
}

/** Of the work that ends a parked event's wait. */
export function parkedKey(brandId: string, eventId: string): string {
  return `${brandId}:${eventId}`;
}

function dueWorkOf(judgement: Judgement, set: WorkingSet): DueWork[] {
  return [
    ...judgement.toRelease
      .filter(award => award.held)
      .map(award => ({
        kind: releaseWork,
        key: award.id,
        brandId: award.brandId,
        payload: { ambassadorId: award.ambassadorId },
        dueAt: new Date(award.availableAt!).toISOString(),
      })),
    ...judgement.parked.map(activity => ({
      kind: expireParkedWork,
      key: parkedKey(activity.brandId, activity.eventId),
      brandId: activity.brandId,
      payload: { event: activity.event },
      cause: { causationId: activity.event.id, correlationId: activity.eventId },
      dueAt: new Date(activity.acceptedAt + parkedFor).toISOString(),
    })),
    ...judgement.waitingRefunds
      .filter(refund => refund.open)
      .map(refund => ({
        kind: expireRefundWork,
        key: `${refund.brandId}:${refund.eventId}`,
        brandId: refund.brandId,
        payload: { orderId: refund.orderId, eventId: refund.eventId },
        dueAt: new Date(
          refund.acceptedAt + set.catalogs.get(refund.brandId)!.brand.maxEventAgeDays * dayMs,
        ).toISOString(),
      })),
  ];
}
