import type { NotAwardedReason } from '@cairn/contracts/events/points/receipt-changed';
import { derivedId } from '@cairn/service-kit/events/derive';
import { earned, type Movement, move, released, reversed } from '../domain/account.js';
import { totalReversed } from '../domain/award.js';
import { judgeSale, type SaleVerdict } from '../domain/judge-sale.js';
import type { RefundActivity, SaleActivity } from './activity.js';
import { ReceiptBook } from './receipt-book.js';
import {
  type AccountState,
  type AwardState,
  keyOf,
  type OrderState,
  type RefundState,
  type WorkingSet,
} from './working-set.js';

/** A ledger row with what its event needs. Points; instants in milliseconds. */
export interface LedgerRow extends Movement {
  id: string;
  brandId: string;
  ambassadorId: string;
  seq: number;
  pending: number;
  available: number;
  programId: string | null;
  seriesId: string | null;
  eventId: string;
  /** The event that caused the row. */
  envelopeId: string;
  originalId: string | null;
  occurredAt: number;
  acceptedAt: number;
  quiet: boolean;
  reason: string | null;
  rule: unknown;
}

/** Judges activities one after the other on a working set, and collects what is to be written. No I/O, no clock. */
export class Judgement {
  readonly rows: LedgerRow[] = [];
  readonly receipts: ReceiptBook;
  readonly awards = new Map<string, AwardState>();
  readonly orders = new Set<OrderState>();
  readonly refunds = new Map<string, RefundState>();
  readonly parked: SaleActivity[] = [];
  readonly waitingRefunds: RefundState[] = [];
  /** Awards whose release lies ahead, and those whose work is needed no more. */
  readonly toRelease: AwardState[] = [];
  readonly releasedNow: AwardState[] = [];

  /** @param now milliseconds since the epoch: what is due by then is released first (domain.md 2.16). */
  constructor(
    private readonly set: WorkingSet,
    private readonly now: number,
  ) {
    this.receipts = new ReceiptBook(brandId => set.catalogs.get(brandId)!.brand.currency);
  }

  /** @param judgedAs the instant whose membership and series count, where it is not the sale's own (2.19). */
  sale(sale: SaleActivity, judgedAs = sale.occurredAt): void {
    const order = this.set.orders.get(keyOf(sale.brandId, sale.orderId))!;
    const ambassadorId = this.set.ambassadors.get(keyOf(sale.brandId, sale.ref));
    if (order.award !== null) {
      this.receipts.ofSale(sale, { status: 'not_awarded', reason: 'duplicate_order', ambassadorId });
      return;
    }
    if (ambassadorId === undefined) {
      this.parked.push(sale);
      this.receipts.ofSale(sale, { status: 'parked', reason: 'waits_for_ambassador' });
      return;
    }
    const state = this.set.accounts.get(ambassadorId)!;
    this.releaseDue(state);
    const verdict = judgeSale({ ...sale, judgedAs }, state.memberships, this.set.catalogs.get(sale.brandId)!);
    if (verdict.kind === 'refuse') this.refuse(sale, order, verdict.reason, ambassadorId);
    else this.award(sale, order, state, verdict);
  }

  /** A sale that waited too long for its ambassador (2.19). */
  unknownAmbassador(sale: SaleActivity): void {
    const order = this.set.orders.get(keyOf(sale.brandId, sale.orderId))!;
    if (order.award === null) this.refuse(sale, order, 'unknown_ambassador', null);
    else this.receipts.ofSale(sale, { status: 'not_awarded', reason: 'duplicate_order' });
  }

  refund(activity: RefundActivity): void {
    const order = this.set.orders.get(keyOf(activity.brandId, activity.orderId))!;
    const refund: RefundState = { ...activity, open: true };
    this.refunds.set(keyOf(refund.brandId, refund.eventId), refund);
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
   * Posts the releases of an account that are due (2.8, 2.15).
   * @param atHand the award whose own release work this is: whoever works it off takes it off as well.
   */
  releaseDue(state: AccountState, atHand?: string): void {
    const due = state.holds
      .filter(award => award.held && award.availableAt !== null && award.availableAt <= this.now)
      .sort((a, b) => a.availableAt! - b.availableAt! || (a.id < b.id ? -1 : 1));
    for (const award of due) {
      const movement = released(award);
      award.held = false;
      this.awards.set(award.id, award);
      if (award.id !== atHand) this.releasedNow.push(award);
      if (movement !== null)
        this.post(state, movement, award, derivedId('entry', award.envelopeId, 'release'), award.id);
      this.receipts.ofAward(award, { status: 'awarded', points: award.points, entryId: award.id });
    }
  }

  private refuse(
    sale: SaleActivity,
    order: OrderState,
    reason: NotAwardedReason,
    ambassadorId: string | null,
  ): void {
    order.refused = true;
    this.orders.add(order);
    this.receipts.ofSale(sale, { status: 'not_awarded', reason, ambassadorId });
    for (const refund of order.openRefunds) {
      this.receipts.ofRefund(refund, null, { status: 'not_awarded', reason: 'nothing_to_reverse' });
    }
  }

  private award(
    sale: SaleActivity,
    order: OrderState,
    state: AccountState,
    verdict: Extract<SaleVerdict, { kind: 'award' }>,
  ): void {
    const award: AwardState = {
      id: derivedId('entry', sale.envelopeId),
      brandId: sale.brandId,
      ambassadorId: state.ambassadorId,
      orderId: sale.orderId,
      programId: verdict.programId,
      seriesId: verdict.seriesId,
      points: verdict.points,
      netAmount: sale.netAmount,
      refunded: 0n,
      reversed: 0,
      held: verdict.availableAt !== null,
      availableAt: verdict.availableAt,
      eventId: sale.eventId,
      envelopeId: sale.envelopeId,
      occurredAt: sale.occurredAt,
      acceptedAt: sale.acceptedAt,
      quiet: verdict.quiet,
    };
    order.award = award;
    this.orders.add(order);
    this.awards.set(award.id, award);
    this.post(state, earned('referral', award.points, award.held), award, award.id, null, verdict.rule);
    const status = award.held ? 'held' : 'awarded';
    this.receipts.ofSale(sale, {
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
    for (const refund of order.openRefunds.splice(0)) this.applyRefund(award, refund);
  }

  private applyRefund(award: AwardState, refund: RefundState): void {
    const state = this.set.accounts.get(award.ambassadorId)!;
    award.refunded += BigInt(refund.netAmount);
    const points = totalReversed(award.points, award.refunded, award.netAmount) - award.reversed;
    this.awards.set(award.id, award);
    refund.open = false;
    this.refunds.set(keyOf(refund.brandId, refund.eventId), refund);
    if (points === 0) {
      this.receipts.ofRefund(refund, award, { status: 'not_awarded', reason: 'nothing_to_reverse' });
      return;
    }
    const movement = reversed(award, points);
    award.reversed += points;
    const id = derivedId('entry', refund.envelopeId);
    // Quiet as its original is (1.6); everything else is the refund's own.
    const { programId, seriesId, quiet } = award;
    this.post(state, movement, { ...refund, programId, seriesId, quiet }, id, award.id);
    this.receipts.ofRefund(refund, award, { status: 'reversed', points: -points, entryId: id });
  }

  private post(
    state: AccountState,
    movement: Movement,
    of: Pick<
      AwardState,
      'programId' | 'seriesId' | 'eventId' | 'envelopeId' | 'occurredAt' | 'acceptedAt' | 'quiet'
    >,
    id: string,
    originalId: string | null,
    rule: unknown = null,
  ): void {
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
      reason: null,
      rule,
    });
  }
}
