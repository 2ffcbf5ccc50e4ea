import { withApplications } from '../orders/allocation.js';
import type { DraftOrderRecord, OrderRecord } from './sale-records.js';

/** How often a code was used, and by whom. */
export interface Uses {
  count: number;
  customers: Set<number>;
}

const FIRST_DRAFT = 1;
const FIRST_ORDER = 1001;

/** A shop's draft orders and orders in memory, oldest first. */
export class Sales {
  readonly #drafts = new Map<number, DraftOrderRecord>();
  readonly #orders = new Map<number, OrderRecord>();
  readonly #uses = new Map<number, Uses>();
  #nextDraft = FIRST_DRAFT;
  #nextOrder = FIRST_ORDER;

  get drafts(): ReadonlyMap<number, DraftOrderRecord> {
    return this.#drafts;
  }

  get orders(): ReadonlyMap<number, OrderRecord> {
    return this.#orders;
  }

  /** `#D1`, … Never given again, also when the draft is deleted. */
  get nextDraftNumber(): number {
    return this.#nextDraft;
  }

  /** `#1001`, … */
  get nextOrderNumber(): number {
    return this.#nextOrder;
  }

  putDraft(draft: DraftOrderRecord): void {
    this.#drafts.set(draft.id, draft);
    this.#nextDraft = Math.max(this.#nextDraft, draft.number + 1);
  }

  deleteDraft(id: number): void {
    this.#drafts.delete(id);
  }

  /** Of a discount, by orders: a cancelled order's use counts too. */
  usesOf(discountId: number): Uses {
    return this.#uses.get(discountId) ?? { count: 0, customers: new Set() };
  }

  putOrder(record: OrderRecord): void {
    const order = withApplications(record);
    if (!this.#orders.has(order.id)) this.#countUses(order);
    this.#orders.set(order.id, order);
    this.#nextOrder = Math.max(this.#nextOrder, order.number + 1);
  }

  #countUses({ applications = [], customerId }: OrderRecord): void {
    for (const { discountId } of applications) {
      if (discountId === null) continue;
      const uses = this.usesOf(discountId);
      uses.count += 1;
      if (customerId !== null) uses.customers.add(customerId);
      this.#uses.set(discountId, uses);
    }
  }
}
