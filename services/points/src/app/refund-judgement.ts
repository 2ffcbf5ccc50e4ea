import { derivedId } from '@cairn/service-kit/events/derive';
import { reversed } from '../domain/account.js';
import { totalReversed } from '../domain/award.js';
import type { RefundActivity } from './activity.js';
import type { Judgement } from './judgement.js';
import { type AwardState, keyOf, type OrderState, type RefundState, type WorkingSet } from './working-set.js';

/** Judges a refund (domain.md 2.9): it reverses, waits for its sale, or has nothing to reverse. */
export function takeRefund(judgement: Judgement, set: WorkingSet, activity: RefundActivity): void {
  const order = set.orders.get(keyOf(activity.brandId, activity.orderId))!;
  const refund: RefundState = { ...activity, open: true };
  judgement.refunds.set(keyOf(refund.brandId, refund.eventId), refund);
  set.sales.refunded(order, refund);
  if (order.award !== null) {
    judgement.releaseDue(set.accounts.get(order.award.ambassadorId)!);
    applyRefund(judgement, set, order.award, refund);
    return;
  }
  order.openRefunds.push(refund);
  if (order.refused) nothingToReverse(judgement, refund);
  else waitForSale(judgement, refund);
}

/** It may still count against a later award: one that waited too long (2.9), one of a refused sale (2.12). */
export function nothingToReverse(judgement: Judgement, refund: RefundState): void {
  judgement.receipts.ofRefund(refund, null, { status: 'not_awarded', reason: 'nothing_to_reverse' });
}

/** Refunds of an order whose sale is in review wait for it (2.9). */
export function refundsWait(judgement: Judgement, order: OrderState): void {
  for (const refund of order.openRefunds) waitForSale(judgement, refund);
}

/** An award that was undone leaves the refunds of its order to the next one. */
export function refundAgain(judgement: Judgement, order: OrderState): void {
  for (const refund of order.countedRefunds) {
    if (!refund.open) order.openRefunds.push(refund);
    refund.open = true;
    judgement.refunds.set(keyOf(refund.brandId, refund.eventId), refund);
  }
  refundsWait(judgement, order);
}

function waitForSale(judgement: Judgement, refund: RefundState): void {
  judgement.waitingRefunds.push(refund);
  judgement.receipts.ofRefund(refund, null, { status: 'parked', reason: 'waits_for_sale' });
}

/**
 * Posts what a refund takes back of an award, in proportion to the frozen original (2.9, 2.15), or gives back where an
 * edited order was raised again (2.6).
 */
export function applyRefund(
  judgement: Judgement,
  { accounts, recalled }: WorkingSet,
  award: AwardState,
  refund: RefundState,
): void {
  const state = accounts.get(award.ambassadorId)!;
  award.refunded += BigInt(refund.netAmount);
  // What the refund took before a restore, and what others took whose turn is still to come, is not taken again.
  const before = recalled.meet(refund, 'reversal');
  const taken = award.reversed - before.points + recalled.reversedOf(award.id);
  const due = totalReversed(award.points, award.refunded, award.netAmount) - taken;
  const points = refund.netAmount < 0 ? Math.min(0, due) : Math.max(0, due);
  judgement.awards.set(award.id, award);
  refund.open = false;
  judgement.refunds.set(keyOf(refund.brandId, refund.eventId), refund);
  const inAll = points - before.points;
  if (inAll === 0) {
    judgement.receipts.ofRefund(refund, award, { status: 'not_awarded', reason: 'nothing_to_reverse' });
    return;
  }
  const movement = reversed(award, points);
  award.reversed += inAll;
  const [row] = before.rows;
  const id = reversalIdOf(refund, award, row !== undefined);
  // Quiet as its original is (1.6); everything else is the refund's own.
  const { programId, seriesId, quiet } = award;
  if (points !== 0) judgement.post(state, movement, { ...refund, programId, seriesId, quiet }, id, award.id);
  const outcome = { status: 'reversed', points: -inAll, entryId: row?.id ?? id } as const;
  judgement.receipts.ofRefund(refund, award, outcome);
}

/**
 * The row by which a refund takes points back. @param isRest what it took before a restore is there already. An order
 * that was awarded anew after an undo is refunded anew.
 */
function reversalIdOf(refund: RefundState, award: AwardState, isRest: boolean): string {
  const isFirst = award.id === derivedId('entry', award.envelopeId);
  return derivedId('entry', refund.envelopeId, ...(isRest ? ['rest'] : []), ...(isFirst ? [] : [award.id]));
}
