import type { ProgramSpec, RewardSpec } from '../brands/brand-spec.js';
import type { PlannedAmbassador, PlannedEvent, PostalAddress } from '../plan/plan.js';
import { fixedPoints, reversedInAll } from './arithmetic.js';

/** What tells one ledger row from another, whatever ids, numbers and times it was given (design.md §8). */
export interface LedgerRow {
  eventId: string;
  kind: string;
  pendingDelta: number;
  availableDelta: number;
  seriesId: string | null;
}

export interface ExpectedTier {
  name: string;
  threshold: number;
  rewards: RewardSpec[];
}

export interface ExpectedAmbassador {
  externalId: string;
  email: string;
  /** Null: not enrolled with one. */
  address: PostalAddress | null;
  series: { id: string; name: string; tiers: ExpectedTier[] };
  rows: LedgerRow[];
  /** The balance, and so the progress: nothing is held in the demo. */
  available: number;
  /** Ascending. */
  unlocks: ExpectedTier[];
}

export interface Expected {
  ambassadors: ExpectedAmbassador[];
  events: number;
}

export interface ExpectedFrom {
  ambassadors: readonly PlannedAmbassador[];
  /** In the order sent. */
  events: readonly PlannedEvent[];
  programs: readonly ProgramSpec[];
  /** By the program's name. */
  seriesIds: ReadonlyMap<string, string>;
}

interface Order {
  net: number;
  award: number;
  refunded: number;
}

/** Works out, from what is in the file, what everybody must have in the end. */
export function expectedOf(from: ExpectedFrom): Expected {
  const programs = new Map(from.programs.map(program => [program.name, program]));
  const people = new Map<
    string,
    { ambassador: ExpectedAmbassador; rate: string; orders: Map<string, Order> }
  >();
  for (const { externalId, email, address = null, program: name } of from.ambassadors) {
    const program = programs.get(name)!;
    const series = { id: from.seriesIds.get(name)!, name: program.series.name, tiers: program.series.tiers };
    people.set(externalId, {
      ambassador: {
        externalId,
        email: email.toLowerCase(),
        address,
        series,
        rows: [],
        available: 0,
        unlocks: [],
      },
      rate: program.rate,
      orders: new Map(),
    });
  }
  for (const event of from.events) {
    const person = people.get(event.ambassador.externalId);
    if (!person) throw new Error(`${event.id} is of nobody in the file`);
    const { ambassador, rate, orders } = person;
    const { orderId, netAmount } = event.data;
    if (event.type === 'referral.sale') {
      const award = fixedPoints(netAmount, rate);
      orders.set(orderId, { net: netAmount, award, refunded: 0 });
      post(ambassador, event.id, 'referral', award);
    } else {
      const order = orders.get(orderId);
      if (!order) throw new Error(`${event.id} refunds an order that is not in the file`);
      const before = reversedInAll(order.award, order.refunded, order.net);
      order.refunded += netAmount;
      post(ambassador, event.id, 'reversal', before - reversedInAll(order.award, order.refunded, order.net));
    }
  }
  return { ambassadors: [...people.values()].map(person => person.ambassador), events: from.events.length };
}

/** A row of 0 points is none (`zero_points`, `nothing_to_reverse`). Tiers unlock at the row that reaches them. */
function post(ambassador: ExpectedAmbassador, eventId: string, kind: string, delta: number): void {
  if (delta === 0) return;
  const { series, rows, unlocks } = ambassador;
  rows.push({ eventId, kind, pendingDelta: 0, availableDelta: delta, seriesId: series.id });
  ambassador.available += delta;
  for (const tier of series.tiers.slice(unlocks.length)) {
    if (ambassador.available < tier.threshold) break;
    unlocks.push(tier);
  }
}
