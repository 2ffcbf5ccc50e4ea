import type { DraftOrderRecord, OrderRecord } from './sale-records.js';

const FIRST_DRAFT = 1;
const FIRST_ORDER = 1001;

/** A shop's draft orders and orders in memory, oldest first. */
export class Sales {
  readonly #drafts = new Map<number, DraftOrderRecord>();
  readonly #orders = new Map<number, OrderRecord>();
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

  putOrder(order: OrderRecord): void {
    this.#orders.set(order.id, order);
    this.#nextOrder = Math.max(this.#nextOrder, order.number + 1);
  }
}
