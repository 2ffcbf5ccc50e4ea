import type {
  NotAwardedReason,
  ParkedReason,
  ReceiptStatus,
} from '@cairn/contracts/events/points/receipt-changed';
import type { SaleActivity } from './activity.js';
import { type AwardState, keyOf, type RefundState } from './working-set.js';

/** What became of one event (domain.md 2.18). Points; minor units; instants in milliseconds. */
export interface ReceiptState {
  brandId: string;
  eventId: string;
  envelopeId: string;
  activity: 'referral.sale' | 'referral.refund';
  ambassadorId: string | null;
  status: ReceiptStatus;
  reason: NotAwardedReason | ParkedReason | null;
  points: number | null;
  entryId: string | null;
  order: { id: string; netAmount: number; currency: string };
  occurredAt: number;
  acceptedAt: number;
  availableAt: number | null;
}

export type Outcome = Pick<ReceiptState, 'status'> &
  Partial<Pick<ReceiptState, 'reason' | 'points' | 'entryId' | 'availableAt' | 'ambassadorId'>>;

type Subject = Pick<ReceiptState, 'brandId' | 'eventId' | 'envelopeId' | 'occurredAt' | 'acceptedAt'>;

/** The receipts of one judgement; where an event's changed twice, the last stands. */
export class ReceiptBook {
  private readonly receipts = new Map<string, ReceiptState>();

  /** @param currencyOf the currency of a brand, which that of every award is (2.6). */
  constructor(private readonly currencyOf: (brandId: string) => string) {}

  all(): ReceiptState[] {
    return [...this.receipts.values()];
  }

  ofSale(sale: SaleActivity, outcome: Outcome): void {
    this.write(
      'referral.sale',
      sale,
      { id: sale.orderId, netAmount: sale.netAmount, currency: sale.currency },
      outcome,
    );
  }

  ofAward(award: AwardState, outcome: Outcome): void {
    const order = { id: award.orderId, netAmount: award.netAmount, currency: this.currencyOf(award.brandId) };
    this.write('referral.sale', award, order, { ...outcome, ambassadorId: award.ambassadorId });
  }

  /** @param award null where the refund met none. */
  ofRefund(refund: RefundState, award: AwardState | null, outcome: Outcome): void {
    const order = {
      id: refund.orderId,
      netAmount: refund.netAmount,
      currency: this.currencyOf(refund.brandId),
    };
    this.write('referral.refund', refund, order, { ...outcome, ambassadorId: award?.ambassadorId ?? null });
  }

  private write(
    activity: ReceiptState['activity'],
    { brandId, eventId, envelopeId, occurredAt, acceptedAt }: Subject,
    order: ReceiptState['order'],
    outcome: Outcome,
  ): void {
    this.receipts.set(keyOf(brandId, eventId), {
      brandId,
      eventId,
      envelopeId,
      activity,
      order,
      occurredAt,
      acceptedAt,
      ambassadorId: outcome.ambassadorId ?? null,
      status: outcome.status,
      reason: outcome.reason ?? null,
      points: outcome.points ?? null,
      entryId: outcome.entryId ?? null,
      availableAt: outcome.availableAt ?? null,
    });
  }
}
