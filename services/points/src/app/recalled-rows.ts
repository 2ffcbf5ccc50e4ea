import type { EntryKind } from '@cairn/contracts/events/points/entry-posted';
import { derivedId } from '@cairn/service-kit/events/derive';
import { keyOf } from './working-set.js';

/** A ledger row that was read back from the own stream and whose event is still to be judged again (ADR 26). */
export interface RecalledRow {
  brandId: string;
  ambassadorId: string;
  seq: number;
  id: string;
  kind: EntryKind;
  programId: string | null;
  seriesId: string | null;
  /** Points. */
  pendingDelta: number;
  availableDelta: number;
  /** Of a release, the event of its award. */
  eventId: string;
  originalId: string | null;
  quiet: boolean;
}

/** What an event of an open row has taken from all others of its brand; see {@link orderClaim} and {@link proofClaim}. */
export interface RecalledClaim {
  brandId: string;
  eventId: string;
  claim: string;
}

type OfEvent = Pick<RecalledRow, 'brandId' | 'eventId'>;

/** The open recalled rows that a judgement may meet. Where there are none, nothing here changes anything. */
export class RecalledRows {
  /** Rows that were met, with what they were judged by now; null where that gives another row. */
  readonly met: { row: RecalledRow; rule: unknown }[] = [];
  private readonly open: Map<string, RecalledRow[]>;
  private readonly claims: ReadonlyMap<string, string>;

  constructor(rows: readonly RecalledRow[] = [], claims: readonly RecalledClaim[] = []) {
    this.open = Map.groupBy(rows, row => keyOf(row.brandId, row.eventId, row.kind));
    this.claims = new Map(claims.map(of => [keyOf(of.brandId, of.claim), of.eventId]));
  }

  /** The row that an event has earned. */
  earned(of: OfEvent): RecalledRow | undefined {
    if (this.open.size === 0) return undefined;
    return earningKinds.flatMap(kind => this.open.get(keyOf(of.brandId, of.eventId, kind)) ?? [])[0];
  }

  /** The row of an event that counts: none where a review has taken it back since (2.2). */
  standing(of: OfEvent): RecalledRow | undefined {
    if (this.open.size === 0) return undefined;
    const undone = this.open.get(keyOf(of.brandId, of.eventId, 'reversal')) ?? [];
    const rows = earningKinds.flatMap(kind => this.open.get(keyOf(of.brandId, of.eventId, kind)) ?? []);
    return rows.findLast(row => !undone.some(reversal => reversal.originalId === row.id));
  }

  /** Whether any row of an event is open. */
  touches(of: OfEvent): boolean {
    return this.open.size > 0 && [...earningKinds, 'reversal' as const].some(kind => this.has(of, kind));
  }

  /** Takes every row of an event that is reviewed off what is open. @returns how often it was awarded. */
  meetReviewed(of: OfEvent, rule: unknown): { posted: number } {
    if (this.open.size === 0) return { posted: 0 };
    const posted = earningKinds.reduce((count, kind) => count + this.meet(of, kind, rule).rows.length, 0);
    this.meet(of, 'reversal');
    return { posted };
  }

  has(of: OfEvent, kind: EntryKind): boolean {
    return this.open.has(keyOf(of.brandId, of.eventId, kind));
  }

  /** Takes the rows of an event that are of a kind off what is open. @returns the points that they move, in all. */
  meet(of: OfEvent, kind: EntryKind, rule: unknown = null): { rows: RecalledRow[]; points: number } {
    const key = keyOf(of.brandId, of.eventId, kind);
    const rows = this.open.get(key) ?? [];
    this.open.delete(key);
    this.met.push(...rows.map(row => ({ row, rule })));
    return { rows, points: pointsOf(rows) };
  }

  /** Points that open rows have taken back of an award: their refunds are still to come. */
  reversedOf(awardId: string): number {
    if (this.open.size === 0) return 0;
    const rows = [...this.open.values()].flat();
    return -pointsOf(rows.filter(row => row.kind === 'reversal' && row.originalId === awardId));
  }

  /** Whether the open row of another event has it. */
  hasOrder(of: OfEvent & { orderId: string }): boolean {
    return this.claims.size > 0 && this.isClaimed(orderClaim(of), of);
  }

  /** Whether the open row of another event has it. */
  hasProof(of: OfEvent & { actionId: string; proof: string | null }): boolean {
    return this.claims.size > 0 && this.isClaimed(proofClaim(of), of);
  }

  private isClaimed(claim: string | null, { brandId, eventId }: OfEvent): boolean {
    const by = claim === null ? undefined : this.claims.get(keyOf(brandId, claim));
    return by !== undefined && by !== eventId;
  }
}

const earningKinds = ['referral', 'action', 'campaign_join', 'campaign_completion'] as const;

function pointsOf(rows: readonly RecalledRow[]): number {
  return rows.reduce((sum, row) => sum + row.pendingDelta + row.availableDelta, 0);
}

/** An order, as the row that it was awarded by tells it. */
export function orderClaim({ orderId }: { orderId: string }): string {
  return `order:${orderId}`;
}

/** The proof of an action, likewise; null without one. */
export function proofClaim(of: { brandId: string; actionId: string; proof: string | null }): string | null {
  return of.proof === null ? null : `proof:${derivedId('proof', of.brandId, of.actionId, of.proof)}`;
}
