import type { AwardVerdict } from '../domain/judge-sale.js';
import type { SaleActivity } from './activity.js';
import type { Judgement } from './judgement.js';
import { saleSubmission } from './submission.js';
import type { AccountState, OrderState, WorkingSet } from './working-set.js';

/**
 * Whether the buyer is the ambassador, by their addresses' hashes (domain.md 2.11).
 * @throws Error where the copy does not have the ambassador's yet: the chunk is tried again.
 */
export function isOwnSale({ buyer }: SaleActivity, { emailHash }: AccountState): boolean {
  if (buyer === null) return false;
  if (emailHash === null) {
    throw new Error('an ambassador not yet whole in the catalog copy: it is being read again');
  }
  return buyer === emailHash;
}

/** A sale to the ambassador's own address waits for review; its order is nobody else's meanwhile (2.6, 2.11). */
export function reviewSale(
  judgement: Judgement,
  set: WorkingSet,
  sale: SaleActivity,
  order: OrderState,
  ambassadorId: string,
  verdict: AwardVerdict,
): void {
  const { posted } = set.recalled.meetReviewed(sale, null);
  const submission = saleSubmission(sale, ambassadorId, verdict, posted);
  set.submissions.save(submission);
  order.submissionId = submission.id;
  order.refused = false;
  set.sales.withdraw(order);
  judgement.orders.add(order);
  judgement.receipts.of(sale, { status: 'in_review', review: 'self_referral_review', ambassadorId });
}
