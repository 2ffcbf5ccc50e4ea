import type { AwardVerdict } from '../domain/judge-sale.js';
import type { JudgedSale } from './activity.js';
import type { AwardState } from './working-set.js';

/** What a sale is awarded, with the id of its row. */
export interface SaleAward extends Omit<AwardVerdict, 'kind' | 'rule'> {
  id: string;
  /** Null where it was judged before a restore, and the rule now would have given another row. */
  rule: unknown;
}

/** An award as it begins, with nothing refunded. */
export function newAward(sale: JudgedSale, ambassadorId: string, verdict: SaleAward): AwardState {
  return {
    id: verdict.id,
    brandId: sale.brandId,
    ambassadorId,
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
}
