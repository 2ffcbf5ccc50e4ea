import type { TrustLevel } from '@cairn/contracts/earning';
import type { Account, Award } from '../domain/account.js';
import type { BrandCatalog, Membership } from '../domain/catalog.js';
import type { ActionHoldings } from './action-holdings.js';
import type { CampaignSteps } from './campaign-steps.js';
import type { RecalledRows } from './recalled-rows.js';
import type { SalesBook } from './sales-book.js';
import type { Submissions } from './submissions.js';

/** What a judgement works on: loaded under locks, changed in memory, written back as sets. Instants are milliseconds. */
export interface WorkingSet {
  catalogs: ReadonlyMap<string, BrandCatalog>;
  /** Ambassador by `brandId` and reference, where known. */
  ambassadors: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, AccountState>;
  /** The account that an event is of: its ambassador's, or that in which its row was read back. */
  accountOf: (of: { brandId: string; ref: string; eventId: string }) => AccountState | undefined;
  orders: ReadonlyMap<string, OrderState>;
  holdings: ActionHoldings;
  steps: CampaignSteps;
  submissions: Submissions;
  /** Of ambassadors whose work is reviewed by it; who is not in it is `new` (1.5). */
  trust: ReadonlyMap<string, TrustLevel>;
  sales: SalesBook;
  /** Of the accounts at hand; none in ordinary life. */
  recalled: RecalledRows;
}

export interface AccountState {
  brandId: string;
  ambassadorId: string;
  account: Account;
  memberships: readonly Membership[];
  /** Of their address (2.11); null where the copy does not have it yet. */
  emailHash: string | null;
  /** Held awards that the judgement may release; those made meanwhile join. */
  holds: AwardState[];
}

export interface AwardState extends Award {
  id: string;
  brandId: string;
  ambassadorId: string;
  orderId: string;
  programId: string;
  seriesId: string;
  /** Minor units refunded so far. */
  refunded: bigint;
  availableAt: number | null;
  eventId: string;
  envelopeId: string;
  occurredAt: number;
  acceptedAt: number;
  quiet: boolean;
}

/** A sale as later ones count it (2.6); `netAmount` is minor units of `currency`. */
export interface AttributedSale {
  ambassadorId: string;
  occurredAt: number;
  acceptedAt: number;
  currency: string;
  netAmount: number;
}

export interface OrderState {
  brandId: string;
  orderId: string;
  award: AwardState | null;
  refused: boolean;
  /** What a sale of it waits in (2.11). */
  submissionId: string | null;
  /** Its sale event judged last, of those whose ambassador was known (2.6). */
  sale: AttributedSale | null;
  /** Every one that is known, whatever became of it. */
  refunds: readonly { netAmount: number; occurredAt: number }[];
  /** Refunds not yet counted against an award, in the order accepted. */
  openRefunds: RefundState[];
  /** Those that are counted already; loaded where an award may be undone. */
  countedRefunds: RefundState[];
}

export interface RefundState {
  brandId: string;
  orderId: string;
  eventId: string;
  envelopeId: string;
  /** Minor units; below 0 where an edited order was raised again (2.6). */
  netAmount: number;
  occurredAt: number;
  acceptedAt: number;
  open: boolean;
}

/** Keys of the maps above: one string from parts that hold no tab. */
export function keyOf(...parts: string[]): string {
  return parts.join('\t');
}
