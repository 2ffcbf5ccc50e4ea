import { inWindow, type LimitWindow } from '@cairn/contracts/limit-window';
import { keyOf } from './working-set.js';

/** A place of an action's limit, held by one event (domain.md 2.12). */
export interface Place {
  brandId: string;
  ambassadorId: string;
  actionId: string;
  eventId: string;
  /** Milliseconds: the instant by which it counts in a limit's windows. */
  at: number;
}

/** What holds a proof; `waiting`: it is `disclosure_missing` and may be replaced (2.3). */
export interface ProofHolder extends Place {
  waiting: boolean;
}

/** What names a proof; null: there is none. */
interface OfProof {
  brandId: string;
  actionId: string;
  proof: string | null;
}

/** One proof of one action and brand; locked while it is judged. `proof` is SHA-256 in hex. */
export interface ProofState {
  brandId: string;
  actionId: string;
  proof: string;
  holder: ProofHolder | null;
}

/** A window of one ambassador's limit, with the places that were taken in it before this judgement. */
export interface CountedWindow {
  ambassadorId: string;
  actionId: string;
  window: LimitWindow;
  count: number;
}

/** What is held of the actions at hand (domain.md 2.12): loaded under locks, changed in memory, written as sets. */
export class ActionHoldings {
  private readonly proofs: ReadonlyMap<string, ProofState>;
  /** By ambassador and action; windows of one action do not overlap. */
  private readonly windows: Map<string, CountedWindow[]>;
  private readonly taken = new Map<string, Place>();
  private readonly given: Place[] = [];
  private readonly moved = new Set<ProofState>();

  constructor(proofs: readonly ProofState[], windows: readonly CountedWindow[]) {
    this.proofs = new Map(proofs.map(state => [keyOf(state.brandId, state.actionId, state.proof), state]));
    this.windows = Map.groupBy(windows, of => keyOf(of.ambassadorId, of.actionId));
  }

  /** What holds the proof of an activity; null where nothing does, or it has none. */
  holderOf(of: OfProof): ProofHolder | null {
    return this.proofOf(of)?.holder ?? null;
  }

  /** Places taken in a window; `without` one that is about to be given back. */
  placesIn(ambassadorId: string, actionId: string, at: number, without: Place | null): number {
    const counted = this.windowOf(ambassadorId, actionId, at);
    if (counted === undefined) return 0;
    return counted.count - (without !== null && inWindow(counted.window, without.at) ? 1 : 0);
  }

  /** An event takes its place and its proof, and gives back what the one that it replaces held. */
  hold(of: OfProof, holder: ProofHolder, replaced: ProofHolder | null = null): void {
    if (replaced !== null) this.giveBack(replaced);
    this.taken.set(keyOf(holder.brandId, holder.eventId), holder);
    this.count(holder, 1);
    this.holdProof(of, holder);
  }

  /** An event that has its place takes another proof, or the same in another state; what it held before is free. */
  holdProof(of: OfProof, holder: ProofHolder | null): void {
    const proof = this.proofOf(of);
    if (proof === undefined) return;
    proof.holder = holder;
    this.moved.add(proof);
  }

  /** What was rejected holds nothing (2.12). */
  giveUp(of: OfProof, place: Place): void {
    this.giveBack(place);
    this.holdProof(of, null);
  }

  /** What is to be written. */
  changes(): { taken: Place[]; given: Place[]; proofs: ProofState[] } {
    return { taken: [...this.taken.values()], given: this.given, proofs: [...this.moved] };
  }

  private giveBack(place: Place): void {
    this.count(place, -1);
    if (!this.taken.delete(keyOf(place.brandId, place.eventId))) this.given.push(place);
  }

  private count({ ambassadorId, actionId, at }: Place, by: 1 | -1): void {
    const counted = this.windowOf(ambassadorId, actionId, at);
    if (counted !== undefined) counted.count += by;
  }

  private windowOf(ambassadorId: string, actionId: string, at: number): CountedWindow | undefined {
    return this.windows.get(keyOf(ambassadorId, actionId))?.find(({ window }) => inWindow(window, at));
  }

  private proofOf({ brandId, actionId, proof }: OfProof): ProofState | undefined {
    return proof === null ? undefined : this.proofs.get(keyOf(brandId, actionId, proof));
  }
}
