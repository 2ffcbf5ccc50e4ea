import type { NotAwardedReason } from '@cairn/contracts/events/points/receipt-changed';
import { derivedId } from '@cairn/service-kit/events/derive';
import { earned, type Movement, move, released, reversed } from '../domain/account.js';
import { totalReversed } from '../domain/award.js';
import { noSales } from '../domain/earlier-sales.js';
import { judgedAs } from '../domain/happening.js';
import { judgeSale } from '../domain/judge-sale.js';
import type { AmbassadorActivity, JudgedSale, RefundActivity, SaleActivity } from './activity.js';
import type { LedgerRow, Posted } from './ledger-row.js';
import { newAward, type SaleAward } from './new-award.js';
import { recalledAward } from './recalled-award.js';
import { orderClaim } from './recalled-rows.js';
import { ReceiptBook } from './receipt-book.js';
import { isOwnSale, reviewSale } from './self-referral.js';
import { salesWindowOf } from './wanted-sales.js';
import {
  type AccountState,
  type AttributedSale,
  type AwardState,
  keyOf,
  type OrderState,
  type RefundState,
  type WorkingSet,
} from './working-set.js';

/** Judges activities one after the other on a working set, and collects what is to be written. No I/O, no clock. */
export class Judgement {
  readonly rows: LedgerRow[] = [];
  readonly receipts: ReceiptBook;
  readonly awards = new Map<string, AwardState>();
  readonly orders = new Set<OrderState>();
  readonly refunds = new Map<string, RefundState>();
  readonly parked: AmbassadorActivity[] = [];
  readonly waitingRefunds: RefundState[] = [];
  /** Awards whose release lies ahead, and those whose work is needed no more. */
  readonly toRelease: AwardState[] = [];
  readonly releasedNow: AwardState[] = [];

  /** @param now milliseconds since the epoch: what is due by then is released first (domain.md 2.16). */
  constructor(
    private readonly set: WorkingSet,
    readonly now: number,
  ) {
    this.receipts = new ReceiptBook(set);
  }

  sale(sale: SaleActivity): void {
    const order = this.set.orders.get(keyOf(sale.brandId, sale.orderId))!;
    const { recalled } = this.set;
    const row = recalled.standing(sale);
    if (row === undefined && (isTaken(order) || recalled.hasOrder(sale))) {
      const ambassadorId = this.set.ambassadors.get(keyOf(sale.brandId, sale.ref));
      if (ambassadorId !== undefined && order.submissionId === null)
        this.attribute(order, { ...sale, ambassadorId });
      this.receipts.of(sale, { status: 'not_awarded', reason: 'duplicate_order', ambassadorId });
      return;
    }
    const state = this.accountFor(sale);
    if (state === undefined) return;
    const { memberships } = state;
    const happening = { ...sale, judgedAs: judgedAs(sale.occurredAt, sale.waited, memberships) };
    const catalog = this.set.catalogs.get(sale.brandId)!;
    const window = salesWindowOf(sale, state, catalog);
    const earlier = window
      ? this.set.sales.earlier(state.ambassadorId, window, catalog.brand.currency, order)
      : noSales;
    const verdict = judgeSale(happening, memberships, catalog, earlier);
    if (row !== undefined) {
      this.award(sale, order, state, recalledAward(row, sale, verdict, catalog));
      recalled.meetReviewed(sale, null);
    } else if (verdict.kind === 'refuse') this.refuse(sale, order, verdict.reason, state.ambassadorId);
    else if (isOwnSale(sale, state)) reviewSale(this, this.set, sale, order, state.ambassadorId, verdict);
    else this.award(sale, order, state, { ...verdict, id: derivedId('entry', sale.envelopeId) });
  }

  /**
   * The account that an activity is judged in, with what is due released; undefined where its ambassador is not known:
   * then it is parked (2.19).
   */
  accountFor(activity: AmbassadorActivity): AccountState | undefined {
    const state = this.set.accountOf(activity);
    if (state === undefined) {
      this.parked.push(activity);
      this.receipts.of(activity, { status: 'parked', reason: 'waits_for_ambassador' });
      return undefined;
    }
    this.releaseDue(state);
    return state;
  }

  /** What waited too long for its ambassador (2.19). */
  unknownAmbassador(activity: AmbassadorActivity): void {
    if (activity.kind !== 'sale') {
      this.receipts.of(activity, { status: 'not_awarded', reason: 'unknown_ambassador' });
      return;
    }
    const order = this.set.orders.get(keyOf(activity.brandId, activity.orderId))!;
    if (!isTaken(order)) this.refuse(activity, order, 'unknown_ambassador', null);
    else this.receipts.of(activity, { status: 'not_awarded', reason: 'duplicate_order' });
  }

  refund(activity: RefundActivity): void {
    const order = this.set.orders.get(keyOf(activity.brandId, activity.orderId))!;
    const refund: RefundState = { ...activity, open: true };
    this.refunds.set(keyOf(refund.brandId, refund.eventId), refund);
    this.set.sales.refunded(order, refund);
    if (order.award !== null) {
      this.releaseDue(this.set.accounts.get(order.award.ambassadorId)!);
      this.applyRefund(order.award, refund);
      return;
    }
    order.openRefunds.push(refund);
    if (order.refused) {
      this.receipts.ofRefund(refund, null, { status: 'not_awarded', reason: 'nothing_to_reverse' });
      return;
    }
    this.waitingRefunds.push(refund);
    this.receipts.ofRefund(refund, null, { status: 'parked', reason: 'waits_for_sale' });
  }

  /** A refund that waited too long for its sale (2.9); it still counts against a later award (2.12). */
  saleNeverCame(refund: RefundState): void {
    this.receipts.ofRefund(refund, null, { status: 'not_awarded', reason: 'nothing_to_reverse' });
  }

  /**
   * Posts the releases of an account that are due (2.8, 2.15), and takes over those whose rows were read back. What
   * refunds that are still to be judged again have taken of an award is not released.
   * @param atHand the award whose own release work this is: whoever works it off takes it off as well.
   */
  releaseDue(state: AccountState, atHand?: string): void {
    const { recalled } = this.set;
    const due = state.holds
      .filter(award => award.held && (isOver(award, this.now) || recalled.has(award, 'release')))
      .sort((a, b) => a.availableAt! - b.availableAt! || (a.id < b.id ? -1 : 1));
    for (const award of due) {
      const movement = released(award, recalled.reversedOf(award.id));
      award.held = false;
      this.awards.set(award.id, award);
      if (award.id !== atHand) this.releasedNow.push(award);
      const before = recalled.meet(award, 'release');
      if (movement !== null && before.rows.length === 0)
        this.post(state, movement, award, derivedId('entry', award.envelopeId, 'release'), award.id);
      this.receipts.ofAward(award, { status: 'awarded', points: award.points, entryId: award.id });
    }
  }

  /** Makes an order's sale what later ones count (2.6): its sale event judged last, whatever it gave. */
  attribute(order: OrderState, sale: AttributedSale): void {
    const { ambassadorId, occurredAt, acceptedAt, currency, netAmount } = sale;
    this.set.sales.attribute(order, { ambassadorId, occurredAt, acceptedAt, currency, netAmount });
    this.orders.add(order);
  }

  /** Also for a sale that a review has rejected. */
  refuse(sale: JudgedSale, order: OrderState, reason: NotAwardedReason, ambassadorId: string | null): void {
    order.refused = true;
    this.orders.add(order);
    if (ambassadorId !== null) this.attribute(order, { ...sale, ambassadorId });
    this.receipts.of(sale, { status: 'not_awarded', reason, ambassadorId });
    for (const refund of order.openRefunds) {
      this.receipts.ofRefund(refund, null, { status: 'not_awarded', reason: 'nothing_to_reverse' });
    }
  }

  /** Awards a sale, and counts the refunds of its order that are known already (2.9, 2.12). */
  award(sale: JudgedSale, order: OrderState, state: AccountState, verdict: SaleAward): void {
    const award = newAward(sale, state.ambassadorId, verdict);
    order.award ??= award;
    this.attribute(order, { ...sale, ambassadorId: state.ambassadorId });
    this.awards.set(award.id, award);
    this.post(state, earned('referral', award.points, award.held), award, award.id, null, {
      rule: verdict.rule,
      claim: orderClaim(sale),
    });
    const status = award.held ? 'held' : 'awarded';
    this.receipts.of(sale, {
      status,
      points: award.points,
      entryId: award.id,
      availableAt: award.availableAt,
      ambassadorId: state.ambassadorId,
    });
    if (award.held) {
      state.holds.push(award);
      this.toRelease.push(award);
      this.releaseDue(state);
    }
    for (const refund of order.openRefunds.splice(0)) this.applyRefund(order.award, refund);
  }

  /** Refunds of an order whose sale is in review wait for it (2.9). */
  refundsWait(order: OrderState): void {
    for (const refund of order.openRefunds) {
      this.waitingRefunds.push(refund);
      this.receipts.ofRefund(refund, null, { status: 'parked', reason: 'waits_for_sale' });
    }
  }

  /** An award that was undone leaves the refunds of its order to the next one. */
  refundAgain(order: OrderState): void {
    for (const refund of order.countedRefunds) {
      if (!refund.open) order.openRefunds.push(refund);
      refund.open = true;
      this.refunds.set(keyOf(refund.brandId, refund.eventId), refund);
    }
    this.refundsWait(order);
  }

  private applyRefund(award: AwardState, refund: RefundState): void {
    const state = this.set.accounts.get(award.ambassadorId)!;
    award.refunded += BigInt(refund.netAmount);
    // What the refund took before a restore, and what others took whose turn is still to come, is not taken again.
    const before = this.set.recalled.meet(refund, 'reversal');
    const taken = award.reversed - before.points + this.set.recalled.reversedOf(award.id);
    const points = Math.max(0, totalReversed(award.points, award.refunded, award.netAmount) - taken);
    this.awards.set(award.id, award);
    refund.open = false;
    this.refunds.set(keyOf(refund.brandId, refund.eventId), refund);
    const inAll = points - before.points;
    if (inAll === 0) {
      this.receipts.ofRefund(refund, award, { status: 'not_awarded', reason: 'nothing_to_reverse' });
      return;
    }
    const movement = reversed(award, points);
    award.reversed += inAll;
    const [row] = before.rows;
    const id = reversalIdOf(refund, award, row !== undefined);
    // Quiet as its original is (1.6); everything else is the refund's own.
    const { programId, seriesId, quiet } = award;
    if (points > 0) this.post(state, movement, { ...refund, programId, seriesId, quiet }, id, award.id);
    this.receipts.ofRefund(refund, award, { status: 'reversed', points: -inAll, entryId: row?.id ?? id });
  }

  /**
   * Appends a row to an account's ledger (2.14); one that was read back from the own stream is met there, and not
   * posted again (ADR 26).
   * @param of.rule frozen on the row. @param of.claim see recalled-rows.ts.
   * @param of.reason in words, of an adjustment.
   */
  post(
    state: AccountState,
    movement: Movement,
    of: Posted,
    id: string,
    originalId: string | null,
    {
      rule = null,
      claim = null,
      reason = null,
    }: { rule?: unknown; claim?: string | null; reason?: string | null } = {},
  ): void {
    const { kind } = movement;
    if (this.set.recalled.meet({ brandId: state.brandId, eventId: of.eventId }, kind, rule).rows.length > 0)
      return;
    state.account = move(state.account, movement);
    this.rows.push({
      ...movement,
      ...state.account,
      id,
      brandId: state.brandId,
      ambassadorId: state.ambassadorId,
      programId: of.programId,
      seriesId: of.seriesId,
      eventId: of.eventId,
      envelopeId: of.envelopeId,
      originalId,
      occurredAt: of.occurredAt,
      acceptedAt: of.acceptedAt,
      quiet: of.quiet,
      reason,
      rule,
      claim,
    });
  }
}

/** An order is awarded once, and not at all while a sale of it is in review (2.6). */
function isTaken({ award, submissionId }: OrderState): boolean {
  return award !== null || submissionId !== null;
}

function isOver({ availableAt }: AwardState, now: number): boolean {
  return availableAt !== null && availableAt <= now;
}

/**
 * The row by which a refund takes points back. @param isRest what it took before a restore is there already. An order
 * that was awarded anew after an undo is refunded anew.
 */
function reversalIdOf(refund: RefundState, award: AwardState, isRest: boolean): string {
  const isFirst = award.id === derivedId('entry', award.envelopeId);
  return derivedId('entry', refund.envelopeId, ...(isRest ? ['rest'] : []), ...(isFirst ? [] : [award.id]));
}
