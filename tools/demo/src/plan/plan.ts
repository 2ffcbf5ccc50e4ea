import { type DividedBrandSpec, programOf, type Town } from '../brands/brand-spec.js';
import type { NotSent, OrderBook, Refund } from '../orders/order-book.js';

/** As POST /ambassadors/import takes it. */
export interface PostalAddress extends Town {
  name: string;
  line1: string;
}

export interface PlannedAmbassador {
  externalId: string;
  name: string;
  email: string;
  /** The name of their program. */
  program: string;
  joinedAt: string;
  /** Where products are sent. */
  address?: PostalAddress;
}

/** The body of one event of POST /v1/events. */
export interface PlannedEvent {
  id: string;
  type: 'referral.sale' | 'referral.refund';
  occurredAt: string;
  ambassador: { externalId: string };
  data: { orderId: string; netAmount: number; currency?: string };
}

/**
 * Everything the demo sends. Sales go first, and refunds once the sales' rewards are there: a refund that overtook a
 * code being made would put it on hold for an admin (domain.md 3.6), or not, as chance has it, and then nobody could
 * say what to expect.
 */
export interface Plan {
  ambassadors: PlannedAmbassador[];
  sales: PlannedEvent[];
  refunds: PlannedEvent[];
  notSent: NotSent[];
}

export interface PlanOptions {
  slug: string;
  /** How many copies of the book; the second and later ones have ids and customers that end in `-x2`, `-x3`… */
  times: number;
}

/** The events of a book in the order of their time. Customers are ambassadors at `<slug>.example`. */
export function planOf(book: OrderBook, brand: DividedBrandSpec, options: PlanOptions): Plan {
  const plan: Plan = { ambassadors: [], sales: [], refunds: [], notSent: book.notSent };
  for (let copy = 1; copy <= options.times; copy++) {
    const suffix = copy === 1 ? '' : `-x${copy}`;
    const externalId = (customer: string) => `customer-${customer}${suffix}`;
    const event = (type: PlannedEvent['type'], line: Refund): PlannedEvent => ({
      id: `${line.eventId}${suffix}`,
      type,
      occurredAt: line.at,
      ambassador: { externalId: externalId(line.customer) },
      data: {
        orderId: `${line.orderId}${suffix}`,
        netAmount: line.netAmount,
        ...(type === 'referral.sale' ? { currency: brand.currency } : {}),
      },
    });
    for (const customer of book.customers) {
      const name = `Customer ${customer}${suffix}`;
      plan.ambassadors.push({
        externalId: externalId(customer),
        name,
        email: `${externalId(customer)}@${options.slug}.example`,
        program: programOf(brand, customer).name,
        joinedAt: brand.since,
        address: { name, line1: `${Number(customer)} Main Street`, ...brand.town },
      });
    }
    for (const sale of book.sales) plan.sales.push(event('referral.sale', sale));
    for (const refund of book.refunds) plan.refunds.push(event('referral.refund', refund));
  }
  plan.sales.sort(byTime);
  plan.refunds.sort(byTime);
  return plan;
}

/** Instants of one form compare as text; the sort is stable, so equal ones stay in the file's order. */
function byTime(a: PlannedEvent, b: PlannedEvent): number {
  return a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0;
}
