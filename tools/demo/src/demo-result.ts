import type { Census } from './check/census.js';
import type { Difference } from './check/difference.js';
import type { NotSentReason } from './orders/order-book.js';
import type { RejectedEvent } from './send/send-events.js';

export interface NotSentCount {
  reason: NotSentReason;
  count: number;
  /** The first few lines. */
  examples: string[];
}

export interface SignIn {
  /** Where they stand, in words. */
  standing: string;
  name: string;
  /** Null where the mail did not come. */
  url: string | null;
}

export interface DemoResult {
  /** `shop`: its shop's domain in the stand-in. Its API key: `readBrandKey(environment.dataDir, slug)`. */
  brand: { id: string; slug: string; timezone: string; shop: string };
  ambassadors: number;
  sent: number;
  accepted: number;
  rejected: RejectedEvent[];
  /** Events a second: as they were taken in, and until every receipt was there. 0 when nothing was sent. */
  takenASecond: number;
  judgedASecond: number;
  notSent: NotSentCount[];
  totals: Census;
  /** What a second run added; null on a first. */
  added: Census | null;
  /** Whether an earlier run had ended with everybody equal, so that `added` must be all zeros. */
  completedBefore: boolean;
  /** Unlocks with two mails, since a reward took more than a minute (domain.md 5.1). */
  lateMails: number;
  /** Draft orders in the shop that never became orders: a crash may leave some, until they are swept. */
  openDrafts: number;
  differences: Difference[];
  links: SignIn[];
}

/** Everybody equal, nothing refused, and nothing added by a second run. */
export function isWell(result: DemoResult): boolean {
  const added =
    result.completedBefore && result.added !== null && Object.values(result.added).some(n => n !== 0);
  return result.differences.length === 0 && result.rejected.length === 0 && !added;
}
