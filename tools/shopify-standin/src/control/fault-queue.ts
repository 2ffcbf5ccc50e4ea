import { type FaultMix, faultOf, type Kind } from './fault-mix.js';
import type { Fault } from './faults.js';

/** Who asks: faults are aimed by it. */
export interface Asking {
  shop: string;
  rootFields: readonly string[];
  /** what such a request cannot meet, as a query no user error */
  impossible: readonly Kind[];
}

/** Faults still to happen, oldest first, and the mix that goes on; each request meets at most one. */
export class FaultQueue {
  #waiting: Fault[] = [];
  #mix: FaultMix | null = null;
  /** requests that the mix was aimed at, from 1 */
  #requests = 0;
  readonly #met = new Map<Kind, number>();

  add(fault: Fault): void {
    this.#waiting.push({ ...fault });
  }

  /** In place of the one before; its requests are counted from the start. */
  goOn(mix: FaultMix): void {
    this.#mix = mix;
    this.#requests = 0;
  }

  waiting(): readonly Fault[] {
    return this.#waiting;
  }

  /** What waits, what goes on, and how many of each kind were met since it was all forgotten. */
  status() {
    const met = Object.fromEntries([...this.#met].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { items: this.#waiting, mix: this.#mix, requests: this.#requests, met };
  }

  clear(): void {
    this.#waiting = [];
    this.#mix = null;
    this.#requests = 0;
    this.#met.clear();
  }

  /** The fault that this request meets, counted. */
  take(asking: Asking): Fault | undefined {
    const fault = this.#single(asking) ?? this.#ofMix(asking);
    if (fault) this.#met.set(fault.kind, (this.#met.get(fault.kind) ?? 0) + 1);
    return fault;
  }

  #single(asking: Asking): Fault | undefined {
    const fault = this.#waiting.find(
      waiting => isAimedAt(waiting, asking) && !asking.impossible.includes(waiting.kind),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#waiting = this.#waiting.filter(waiting => waiting !== fault);
    return fault;
  }

  #ofMix(asking: Asking): Fault | undefined {
    if (!this.#mix || !isAimedAt(this.#mix, asking)) return undefined;
    this.#requests += 1;
    return faultOf(this.#mix, this.#requests, asking.impossible);
  }
}

function isAimedAt({ shop, operation }: Pick<Fault, 'shop' | 'operation'>, asking: Asking): boolean {
  return (
    (shop === undefined || shop === asking.shop) &&
    (operation === undefined || asking.rootFields.includes(operation))
  );
}
