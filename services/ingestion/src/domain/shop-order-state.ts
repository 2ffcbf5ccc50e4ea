import type { ShopOrder } from '@cairn/contracts/shop-order';

/** A refund's items in minor units, with tax in `subtotal` where the shop's prices have it. */
export interface HeardRefund {
  refundId: string;
  /** RFC 3339. */
  at: string;
  subtotal: number;
  tax: number;
}

/**
 * What a shop says of an order. `confirms`: it is the shop's word that the order is paid (orders/paid, its own list), not
 * only a word about one that happens to be.
 */
export type Heard =
  | { kind: 'order'; order: ShopOrder; confirms: boolean }
  | { kind: 'refund'; refund: HeardRefund };

interface KnownRefund {
  at: string;
  /** Null until the order says whether its prices include tax. */
  netAmount: number | null;
  subtotal: number;
  tax: number;
  isTold: boolean;
}

/** All that is known of an order, and what of it was told. */
export interface OrderState {
  /** The order as it was when it was first heard to be paid, by the shop's clock: what the sale is made of. */
  first: ShopOrder | null;
  /** What it came to last, by the shop's clock. */
  latest: { updatedAt: string; asOf: string; netAmount: number } | null;
  isConfirmed: boolean;
  refunds: Record<string, KnownRefund>;
  /** As told: its amount, what edits have taken off it, and how many edits were told. */
  sale: { netAmount: number; taken: number; edits: number } | null;
}

/** What points is to hear; amounts in minor units. */
export type OrderEvent =
  | { kind: 'sale'; order: ShopOrder }
  | { kind: 'refund'; refundId: string; at: string; netAmount: number }
  | { kind: 'edit'; ordinal: number; at: string; netAmount: number; restores: boolean };

export const unknownOrder: OrderState = {
  first: null,
  latest: null,
  isConfirmed: false,
  refunds: {},
  sale: null,
};

/** What is known once something more was heard; in whatever order, and however often, it comes to the same. */
export function hear(state: OrderState, heard: Heard): OrderState {
  if (heard.kind === 'refund') return withRefunds(state, [knownOf(heard.refund)]);
  const { order, confirms } = heard;
  const { updatedAt, asOf, netAmount } = order;
  const isLatest = state.latest === null || !isBefore(order, state.latest);
  const isFirst = order.paid && state.sale === null && (state.first === null || isBefore(order, state.first));
  const next: OrderState = {
    ...state,
    latest: isLatest ? { updatedAt, asOf, netAmount } : state.latest,
    first: isFirst ? order : state.first,
    isConfirmed: state.isConfirmed || (confirms && order.paid),
  };
  const told = order.refunds.map(({ refundId, at, netAmount: net }): [string, KnownRefund] => [
    refundId,
    { at, netAmount: net, subtotal: net, tax: 0, isTold: false },
  ]);
  return withRefunds(next, told);
}

function knownOf({ refundId, at, subtotal, tax }: HeardRefund): [string, KnownRefund] {
  return [refundId, { at, netAmount: null, subtotal, tax, isTold: false }];
}

/** The first word on a refund stands, unless it could not say what it comes to. */
function withRefunds(state: OrderState, heard: readonly [string, KnownRefund][]): OrderState {
  const refunds = { ...state.refunds };
  for (const [refundId, refund] of heard) {
    const known = refunds[refundId];
    if (known === undefined || (known.netAmount === null && !known.isTold)) refunds[refundId] = refund;
  }
  return { ...state, refunds };
}

/** By the shop's own clock, and within one second of it by when it said so. */
function isBefore(
  one: { updatedAt: string; asOf: string },
  other: { updatedAt: string; asOf: string },
): boolean {
  const apart = Date.parse(one.updatedAt) - Date.parse(other.updatedAt);
  return apart === 0 ? Date.parse(one.asOf) < Date.parse(other.asOf) : apart < 0;
}

/** The order that is to be somebody's sale, if one can be found whose; null where there is none, or it was told. */
export function saleDue({ first, isConfirmed, sale }: OrderState): ShopOrder | null {
  return isConfirmed && sale === null && first?.excluded === null ? first : null;
}

/** Tells what is due of an order that is somebody's: first its sale, then what refunds and edits take off it (2.6, 2.9). */
export function tell(state: OrderState): { events: OrderEvent[]; state: OrderState } {
  const { first, latest } = state;
  if (first === null || latest === null) return { events: [], state };
  const events: OrderEvent[] = [];
  let { sale } = state;
  if (sale === null) {
    sale = { netAmount: first.netAmount, taken: 0, edits: 0 };
    events.push({ kind: 'sale', order: first });
  }
  const refunds: Record<string, KnownRefund> = {};
  for (const [refundId, refund] of Object.entries(state.refunds)) {
    const netAmount = netOf(refund, first.taxesIncluded);
    refunds[refundId] = { ...refund, netAmount, isTold: true };
    if (!refund.isTold && netAmount > 0) events.push({ kind: 'refund', refundId, at: refund.at, netAmount });
  }
  const taken = Math.max(0, sale.netAmount - latest.netAmount);
  if (taken !== sale.taken) {
    const ordinal = sale.edits + 1;
    const [netAmount, restores] = [Math.abs(taken - sale.taken), taken < sale.taken];
    events.push({ kind: 'edit', ordinal, at: latest.updatedAt, netAmount, restores });
    sale = { ...sale, taken, edits: ordinal };
  }
  return { events, state: { ...state, refunds, sale } };
}

function netOf({ netAmount, subtotal, tax }: KnownRefund, taxesIncluded: boolean): number {
  return netAmount ?? Math.max(0, taxesIncluded ? subtotal - tax : subtotal);
}

/** Minor units that are left of a sale that was told, after refunds and edits; never below 0. */
export function leftOf({ sale, refunds }: OrderState): number {
  if (sale === null) return 0;
  const refunded = Object.values(refunds).reduce((sum, { netAmount }) => sum + (netAmount ?? 0), 0);
  return Math.max(0, sale.netAmount - sale.taken - refunded);
}
