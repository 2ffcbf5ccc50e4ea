import type { AttributionReport, AttributionReportQuery } from '@cairn/contracts/http/attribution';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { divide, weightsOf, wholeCredit } from '../domain/credit.js';
import { type CreditedOrder, listCredited } from '../out/postgres/attributions.js';

/** Orders in one statement. */
const page = 5_000;

interface Share {
  ambassadorId: string;
  orders: number;
  /** In millionths of an order. */
  credit: number;
  /** Minor units. */
  netAmount: number;
}

/** What is known without names and currency, which other services have. */
export type CreditShares = Pick<AttributionReport, 'model' | 'from' | 'to' | 'orders' | 'netAmount'> & {
  items: { ambassadorId: string; orders: number; credit: string; netAmount: number }[];
};

/** Who had which part in the orders of a period, by the buyers' clicks; an order without clicks is its ambassador's. */
@Injectable()
export class ReportAttribution {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async report(brandId: string, { model, from, to }: AttributionReportQuery): Promise<CreditShares> {
    const shares = new Map<string, Share>();
    let [orders, netAmount] = [0, 0];
    let after = { placedAt: from, orderId: '' };
    for (;;) {
      const read = await listCredited(onPool(this.db), brandId, { from, to }, after, page);
      for (const order of read) {
        orders += 1;
        netAmount += order.netAmount;
        for (const share of sharesOf(order, model)) add(shares, share);
      }
      const last = read.at(-1);
      if (last === undefined || read.length < page) break;
      after = { placedAt: new Date(last.placedAt).toISOString(), orderId: last.orderId };
    }
    const items = [...shares.values()]
      .sort((one, other) => other.credit - one.credit || (one.ambassadorId < other.ambassadorId ? -1 : 1))
      .map(({ credit, ...share }) => ({ ...share, credit: (credit / wholeCredit).toFixed(6) }));
    return { model, from, to, orders, netAmount, items };
  }
}

function sharesOf(order: CreditedOrder, model: AttributionReportQuery['model']): Share[] {
  const { touches, ambassadorId, placedAt } = order;
  const parts = touches.length === 0 ? [{ ambassadorId, at: placedAt }] : touches;
  const weights = weightsOf(model, parts, Date.parse(placedAt));
  const [credits, amounts] = [divide(wholeCredit, weights), divide(order.netAmount, weights)];
  const own = new Map<string, Share>();
  parts.forEach((part, place) => {
    add(own, { ...part, orders: 0, credit: credits[place]!, netAmount: amounts[place]! });
  });
  return [...own.values()].map(share => ({ ...share, orders: 1 }));
}

function add(shares: Map<string, Share>, { ambassadorId, orders, credit, netAmount }: Share): void {
  const sum = shares.get(ambassadorId) ?? { ambassadorId, orders: 0, credit: 0, netAmount: 0 };
  sum.orders += orders;
  sum.credit += credit;
  sum.netAmount += netAmount;
  shares.set(ambassadorId, sum);
}
