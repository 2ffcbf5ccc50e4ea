import type { LedgerRow } from './expected.js';

export interface ObservedLedgerRow extends LedgerRow {
  seq: number;
}

export interface ObservedProgress {
  series: { id: string; name: string } | null;
  cycle: number;
  points: number;
  pending: number;
  /** Names. */
  currentTier: string | null;
  nextTier: string | null;
  tiers: { name: string; threshold: number; unlocked: boolean; deficit: number }[];
}

export interface ObservedUnlock {
  seriesId: string;
  cycle: number;
  tier: string;
  unlockedAt: string;
}

export interface ObservedReward {
  id: string;
  tier: string;
  cycle: number;
  type: string;
  status: string;
  code: string | null;
  /** As the shop names it, such as #1042. */
  orderName: string | null;
}

/** A discount as the shop holds it. */
export interface ObservedDiscount {
  code: string;
  /** Who may use it, in lower case. */
  emails: string[];
  percent: number | null;
  /** Minor units. */
  amount: number | null;
  /** Minor units. */
  minSubtotal: number | null;
  /** From its start to its end; null: for ever. */
  lastsDays: number | null;
}

/** An order as the shop holds it. */
export interface ObservedOrder {
  name: string;
  /** Whose it is, in lower case. */
  email: string | null;
  tags: string[];
  lines: { sku: string | null; quantity: number }[];
  /** Minor units. */
  total: number;
  /** Street, city, postal code, country; null: nowhere. */
  to: string | null;
}

/** A mail to the ambassador, sign-in links left out. */
export interface ObservedMail {
  id: string;
  time: string;
  subject: string;
  /** The codes in it that look like a shop's or a reward's. */
  codes: string[];
}

export interface ObservedAmbassador {
  email: string;
  balance: { available: number; pending: number };
  ledger: ObservedLedgerRow[];
  progress: ObservedProgress;
  unlocks: ObservedUnlock[];
  rewards: ObservedReward[];
  discounts: ObservedDiscount[];
  orders: ObservedOrder[];
  mails: ObservedMail[];
}

export interface Observed {
  /** By external id. */
  ambassadors: Map<string, ObservedAmbassador>;
  /** Codes in the shop that are for nobody of the brand. */
  strayDiscounts: string[];
  /** Names of orders in the shop that are of nobody of the brand. */
  strayOrders: string[];
  /** Drafts in the shop that are no order. A crash may leave some; they cost nothing and are no difference. */
  openDrafts: number;
}
