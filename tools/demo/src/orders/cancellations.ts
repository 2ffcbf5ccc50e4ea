/** A line that takes back `quantity` pieces (above 0) at `price` minor units each. `at` is a UTC instant. */
export interface CancelledLine {
  customer: string;
  stockCode: string;
  price: number;
  quantity: number;
  at: string;
}

export interface SoldLine extends CancelledLine {
  orderId: string;
}

/**
 * Finds the sale line that a cancellation takes back: the latest earlier one of the same customer, stock code and
 * price whose quantity suffices. A line can be taken back more than once, as long as what is left of it suffices, so
 * that no more is ever refunded than was sold. Lines are given in the file's order.
 */
export function cancellationMatcher() {
  const sold = new Map<string, { orderId: string; at: string; left: number }[]>();
  const key = (line: CancelledLine) => `${line.customer} ${line.stockCode} ${line.price}`;

  return {
    sell(line: SoldLine): void {
      const lines = sold.get(key(line)) ?? [];
      lines.push({ orderId: line.orderId, at: line.at, left: line.quantity });
      lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      sold.set(key(line), lines);
    },
    /** The order id of the sale line, or null where none suffices. */
    cancel(line: CancelledLine): string | null {
      if (line.quantity <= 0) return null;
      const match = sold.get(key(line))?.findLast(s => s.at <= line.at && s.left >= line.quantity);
      if (!match) return null;
      match.left -= line.quantity;
      return match.orderId;
    },
  };
}
