import type { NotAwardedReason } from '@cairn/contracts/events/points/receipt-changed';
import { derivedId } from '@cairn/service-kit/events/derive';
import { earned } from '../domain/account.js';
import { noSales } from '../domain/earlier-sales.js';
import { judgedAs } from '../domain/happening.js';
import { judgeSale } from '../domain/judge-sale.js';
import type { JudgedSale, SaleActivity } from './activity.js';
import type { Judgement } from './judgement.js';
import { newAward, type SaleAward } from './new-award.js';
import { recalledAward } from './recalled-award.js';
import { orderClaim } from './recalled-rows.js';
import { applyRefund, nothingToReverse } from './refund-judgement.js';
import { isOwnSale, reviewSale } from './self-referral.js';
import { salesWindowOf } from './wanted-sales.js';
import {
  type AccountState,
  type AttributedSale,
  keyOf,
  type OrderState,
  type WorkingSet,
} from './working-set.js';

/** Judges a sale (domain.md 2.6): an order is awarded once, and a sale to the ambassador's own address is reviewed. */
export function takeSale(judgement: Judgement, set: WorkingSet, sale: SaleActivity): void {
  const order = orderOf(set, sale);
  const { recalled } = set;
  const row = recalled.standing(sale);
  if (row === undefined && (isTaken(order) || recalled.hasOrder(sale))) {
    refuseDuplicate(judgement, set, sale, order);
    return;
  }
  const state = judgement.accountFor(sale);
  if (state === undefined) return;
  const { memberships, ambassadorId } = state;
  const happening = { ...sale, judgedAs: judgedAs(sale.occurredAt, sale.waited, memberships) };
  const catalog = set.catalogs.get(sale.brandId)!;
  const window = salesWindowOf(sale, state, catalog);
  const earlier = window ? set.sales.earlier(ambassadorId, window, catalog.brand.currency, order) : noSales;
  const verdict = judgeSale(happening, memberships, catalog, earlier);
  if (row !== undefined) {
    awardSale(judgement, set, sale, order, state, recalledAward(row, sale, verdict, catalog));
    recalled.meetReviewed(sale, null);
  } else if (verdict.kind === 'refuse') refuseSale(judgement, set, sale, order, verdict.reason, ambassadorId);
  else if (isOwnSale(sale, state)) reviewSale(judgement, set, sale, order, ambassadorId, verdict);
  else {
    const award = { ...verdict, id: derivedId('entry', sale.envelopeId) };
    awardSale(judgement, set, sale, order, state, award);
  }
}

/** A sale that waited too long for its ambassador (2.19). */
export function saleOfNobody(judgement: Judgement, set: WorkingSet, sale: SaleActivity): void {
  const order = orderOf(set, sale);
  if (!isTaken(order)) refuseSale(judgement, set, sale, order, 'unknown_ambassador', null);
  else judgement.receipts.of(sale, { status: 'not_awarded', reason: 'duplicate_order' });
}

/** Also for a sale that a review has rejected. */
export function refuseSale(
  judgement: Judgement,
  set: WorkingSet,
  sale: JudgedSale,
  order: OrderState,
  reason: NotAwardedReason,
  ambassadorId: string | null,
): void {
  order.refused = true;
  judgement.orders.add(order);
  if (ambassadorId !== null) attribute(judgement, set, order, { ...sale, ambassadorId });
  judgement.receipts.of(sale, { status: 'not_awarded', reason, ambassadorId });
  for (const refund of order.openRefunds) nothingToReverse(judgement, refund);
}

/** Awards a sale, and counts the refunds of its order that are known already (2.9, 2.12). */
export function awardSale(
  judgement: Judgement,
  set: WorkingSet,
  sale: JudgedSale,
  order: OrderState,
  state: AccountState,
  verdict: SaleAward,
): void {
  const { ambassadorId } = state;
  const award = newAward(sale, ambassadorId, verdict);
  order.award ??= award;
  attribute(judgement, set, order, { ...sale, ambassadorId });
  judgement.awards.set(award.id, award);
  judgement.post(state, earned('referral', award.points, award.held), award, award.id, null, {
    rule: verdict.rule,
    claim: orderClaim(sale),
  });
  judgement.receipts.of(sale, {
    status: award.held ? 'held' : 'awarded',
    points: award.points,
    entryId: award.id,
    availableAt: award.availableAt,
    ambassadorId,
  });
  if (award.held) {
    state.holds.push(award);
    judgement.toRelease.push(award);
    judgement.releaseDue(state);
  }
  for (const refund of order.openRefunds.splice(0)) applyRefund(judgement, set, order.award, refund);
}

/** Makes an order's sale what later ones count (2.6): its sale event judged last, whatever it gave. */
export function attribute(
  judgement: Judgement,
  set: WorkingSet,
  order: OrderState,
  sale: AttributedSale,
): void {
  const { ambassadorId, occurredAt, acceptedAt, currency, netAmount } = sale;
  set.sales.attribute(order, { ambassadorId, occurredAt, acceptedAt, currency, netAmount });
  judgement.orders.add(order);
}

/** It stands for its order in 2.6 all the same, but while that is in review, or where it named nobody. */
function refuseDuplicate(judgement: Judgement, set: WorkingSet, sale: SaleActivity, order: OrderState): void {
  const ambassadorId = set.ambassadors.get(keyOf(sale.brandId, sale.ref));
  if (ambassadorId !== undefined && order.submissionId === null)
    attribute(judgement, set, order, { ...sale, ambassadorId });
  judgement.receipts.of(sale, { status: 'not_awarded', reason: 'duplicate_order', ambassadorId });
}

function orderOf(set: WorkingSet, { brandId, orderId }: SaleActivity): OrderState {
  return set.orders.get(keyOf(brandId, orderId))!;
}

/** An order is awarded once, and not at all while a sale of it is in review (2.6). */
function isTaken({ award, submissionId }: OrderState): boolean {
  return award !== null || submissionId !== null;
}
