/**
 * Who has sold which order, as a world is drawn. A refund names an order alone and follows its first sale on its way
 * (design.md §2), so it keeps its place among the events of the one who sold it, and only of them.
 */
export interface DrawnSales {
  /** The order of a new sale of one's own; `again`: perhaps one that was sold before. */
  sold(who: string, n: number, again: boolean, isKnown: boolean, turn: number): string;
  /** An order that a refund comes before; it may be sold from the next turn on. */
  early(who: string, n: number, turn: number): string;
  /** One of one's own that a refund follows in order. */
  toRefund(who: string, n: number): string | undefined;
  /** Any of somebody's, sold or not. */
  anyOf(who: string, n: number): string;
  /** It was sold by others too: only contested events touch it from now on. */
  contest(orderId: string): void;
}

interface DrawnOrder {
  orderId: string;
  /** Its first sale was of this ambassador, who was known. */
  follows: boolean;
  /** The turn before which it must not be sold. */
  from: number;
}

export function drawnSales(): DrawnSales {
  const orders = new Map<string, DrawnOrder[]>();
  const contested = new Set<string>();
  const of = (who: string) => orders.get(who) ?? orders.set(who, []).get(who)!;
  const add = (who: string, follows: boolean, from: number) => {
    const order = { orderId: `${who}-${of(who).length + 1}`, follows, from };
    of(who).push(order);
    return order;
  };
  const nth = (list: readonly DrawnOrder[], n: number) => list[n % list.length];
  const untouched = (who: string) => of(who).filter(({ orderId }) => !contested.has(orderId));
  return {
    sold: (who, n, again, isKnown, turn) => {
      const open = untouched(who).filter(order => order.from <= turn);
      return ((again ? nth(open, n) : undefined) ?? add(who, isKnown, turn)).orderId;
    },
    early: (who, _, turn) => add(who, false, turn + 1).orderId,
    toRefund: (who, n) =>
      nth(
        untouched(who).filter(order => order.follows),
        n,
      )?.orderId,
    anyOf: (who, n) => {
      const order = nth(of(who), n) ?? add(who, false, 0);
      contested.add(order.orderId);
      return order.orderId;
    },
    contest: orderId => contested.add(orderId),
  };
}
