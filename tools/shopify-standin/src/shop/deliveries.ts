import type { AttemptRecord, DeliveryRecord } from './webhook-records.js';

/** Finished deliveries whose bodies are kept in memory, so that they can be sent again. */
const KEPT_BODIES = 5000;

/** A shop's deliveries in memory, oldest first. */
export class Deliveries {
  readonly #all = new Map<number, DeliveryRecord>();
  readonly #finished: number[] = [];
  #next = 1;
  /** When an address last took anything, by subscription; milliseconds. */
  readonly #lastSuccess = new Map<number, number>();

  get all(): ReadonlyMap<number, DeliveryRecord> {
    return this.#all;
  }

  get nextId(): number {
    return this.#next;
  }

  lastSuccess(webhookId: number): number {
    return this.#lastSuccess.get(webhookId) ?? 0;
  }

  put(delivery: DeliveryRecord): void {
    this.#all.set(delivery.id, delivery);
    this.#next = Math.max(this.#next, delivery.id + 1);
    if (delivery.state !== 'waiting') this.#finish(delivery.id);
  }

  attempt(attempt: AttemptRecord): void {
    const delivery = this.#all.get(attempt.id);
    if (!delivery) return;
    const wasWaiting = delivery.state === 'waiting';
    this.#all.set(attempt.id, { ...delivery, ...attempt });
    if (attempt.state === 'delivered') this.#lastSuccess.set(delivery.webhookId, attempt.attemptedAt ?? 0);
    if (wasWaiting && attempt.state !== 'waiting') this.#finish(attempt.id);
  }

  #finish(id: number): void {
    this.#finished.push(id);
    if (this.#finished.length <= KEPT_BODIES) return;
    const oldest = this.#all.get(this.#finished.shift() ?? 0);
    if (oldest && oldest.state !== 'waiting') this.#all.set(oldest.id, { ...oldest, body: '' });
  }
}
