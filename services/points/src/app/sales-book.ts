import {
  countSales,
  type EarlierSale,
  isInWindow,
  minus,
  noSales,
  plus,
  type SalesInWindow,
  type SalesWindow,
  worthOf,
} from '../domain/earlier-sales.js';
import type { AttributedSale, OrderState, RefundState } from './working-set.js';

/** What the database counts in a window, as it was when the orders at hand were locked. */
export type SumSales = (ambassadorId: string, window: SalesWindow) => SalesInWindow;

/** A sale with its refunds, as the database keeps it for those after it. */
export interface RecordedSale extends EarlierSale {
  brandId: string;
  orderId: string;
  ambassadorId: string;
}

/** What a judgement changed of the recorded sales. */
export interface SalesChanges {
  removed: RecordedSale[];
  saved: RecordedSale[];
  /** By ambassador, UTC day and currency: what is to be added. */
  days: {
    brandId: string;
    ambassadorId: string;
    day: string;
    currency: string;
    sales: bigint;
    amount: bigint;
  }[];
}

/**
 * The sales attributed to each ambassador, which later ones are counted by (domain.md 2.6): what the database has of
 * them, with the orders at hand as the judgement changes them. An order is one sale, its sale event judged last.
 */
export class SalesBook {
  private readonly before = new Map<OrderState, RecordedSale | undefined>();
  private readonly touched = new Set<OrderState>();
  /** Of the orders at hand, by ambassador: as the database has them, and as they are now. */
  private readonly known: Map<string, RecordedSale[]>;
  private readonly now = new Map<string, Map<OrderState, RecordedSale>>();

  constructor(
    orders: Iterable<OrderState>,
    private readonly sums: SumSales,
  ) {
    for (const order of orders) {
      this.before.set(order, recordedOf(order));
      this.place(order);
    }
    this.known = Map.groupBy(
      [...this.before.values()].filter(sale => sale !== undefined),
      sale => sale.ambassadorId,
    );
  }

  /** An ambassador's sales in a window, but for the order that is being judged. */
  earlier(ambassadorId: string, window: SalesWindow, currency: string, own: OrderState): SalesInWindow {
    const stored = minus(
      this.sums(ambassadorId, window),
      countSales(this.known.get(ambassadorId) ?? [], window, currency),
    );
    return plus(stored, countSales(this.others(ambassadorId, own), window, currency));
  }

  /** An ambassador's orders at hand as they are now, but for one. */
  private *others(ambassadorId: string, own: OrderState): Iterable<RecordedSale> {
    for (const [order, sale] of this.now.get(ambassadorId) ?? []) if (order !== own) yield sale;
  }

  attribute(order: OrderState, sale: AttributedSale): void {
    if (order.sale !== null) this.now.get(order.sale.ambassadorId)?.delete(order);
    order.sale = sale;
    this.place(order);
    this.touched.add(order);
  }

  /** An order whose sale waits in review is none of anybody's sales. */
  withdraw(order: OrderState): void {
    if (order.sale !== null) this.now.get(order.sale.ambassadorId)?.delete(order);
    order.sale = null;
    this.touched.add(order);
  }

  refunded(order: OrderState, refund: RefundState): void {
    order.refunds = [...order.refunds, refund];
    this.place(order);
    this.touched.add(order);
  }

  changes(): SalesChanges {
    const changes: SalesChanges = { removed: [], saved: [], days: [] };
    const days = new Map<string, SalesChanges['days'][number]>();
    const add = (sale: RecordedSale, sign: 1n | -1n) => {
      const { brandId, ambassadorId, currency } = sale;
      const day = new Date(sale.occurredAt).toISOString().slice(0, 10);
      const key = `${ambassadorId} ${day} ${currency}`;
      const sum = days.get(key) ?? { brandId, ambassadorId, day, currency, sales: 0n, amount: 0n };
      const { counts, net } = worthOf(sale, null);
      sum.sales += counts ? sign : 0n;
      sum.amount += sign * net;
      days.set(key, sum);
    };
    for (const order of this.touched) {
      const [before, after] = [this.before.get(order), recordedOf(order)];
      if (before !== undefined) add(before, -1n);
      if (after !== undefined) add(after, 1n);
      if (before !== undefined && !isSamePlace(before, after)) changes.removed.push(before);
      if (after !== undefined) changes.saved.push(after);
    }
    changes.days = [...days.values()].filter(day => day.sales !== 0n || day.amount !== 0n);
    return changes;
  }

  private place(order: OrderState): void {
    const sale = recordedOf(order);
    if (sale === undefined) return;
    const known = this.now.get(sale.ambassadorId) ?? new Map<OrderState, RecordedSale>();
    this.now.set(sale.ambassadorId, known.set(order, sale));
  }
}

/** A book without sales: of what is judged, nothing looks back. */
export const countNone: SumSales = () => noSales;

/**
 * What the database counts in windows, from sums that know all refunds: those from after a window's end are given back.
 * @param refundedLater sales with a refund at or after the earliest of the windows' ends.
 */
export function asOfWindow(
  current: SalesInWindow,
  refundedLater: readonly EarlierSale[],
  window: SalesWindow,
  currency: string,
): SalesInWindow {
  const inWindow = refundedLater.filter(sale => isInWindow(sale, window));
  const now = countSales(inWindow, { ...window, to: Number.POSITIVE_INFINITY }, currency);
  return plus(minus(current, now), countSales(inWindow, window, currency));
}

function recordedOf({ brandId, orderId, sale, refunds }: OrderState): RecordedSale | undefined {
  return sale === null ? undefined : { brandId, orderId, ...sale, refunds };
}

function isSamePlace(a: RecordedSale, b: RecordedSale | undefined): boolean {
  return b !== undefined && a.ambassadorId === b.ambassadorId && a.occurredAt === b.occurredAt;
}
