import { derivedId } from '@cairn/service-kit/events/derive';
import { type Movement, move, released } from '../domain/account.js';
import type { AmbassadorActivity } from './activity.js';
import type { LedgerRow, Posted } from './ledger-row.js';
import { ReceiptBook } from './receipt-book.js';
import type { AccountState, AwardState, OrderState, RefundState, WorkingSet } from './working-set.js';

/**
 * What activities judged one after the other on a working set come to: rows, receipts and all that is to be written. What
 * each kind of activity does is beside it: sale-judgement.ts, refund-judgement.ts, action-judgement.ts,
 * campaign-judgement.ts. No I/O, no clock.
 */
export class Judgement {
  readonly rows: LedgerRow[] = [];
  readonly receipts: ReceiptBook;
  readonly awards = new Map<string, AwardState>();
  readonly orders = new Set<OrderState>();
  readonly refunds = new Map<string, RefundState>();
  readonly parked: AmbassadorActivity[] = [];
  readonly waitingRefunds: RefundState[] = [];
  /** Awards whose release lies ahead, and those whose work is needed no more. */
  readonly toRelease: AwardState[] = [];
  readonly releasedNow: AwardState[] = [];

  /** @param now milliseconds since the epoch: what is due by then is released first (domain.md 2.16). */
  constructor(
    private readonly set: WorkingSet,
    readonly now: number,
  ) {
    this.receipts = new ReceiptBook(set);
  }

  /**
   * The account that an activity is judged in, with what is due released; undefined where its ambassador is not known:
   * then it is parked (2.19).
   */
  accountFor(activity: AmbassadorActivity): AccountState | undefined {
    const state = this.set.accountOf(activity);
    if (state === undefined) {
      this.parked.push(activity);
      this.receipts.of(activity, { status: 'parked', reason: 'waits_for_ambassador' });
      return undefined;
    }
    this.releaseDue(state);
    return state;
  }

  /**
   * Posts the releases of an account that are due (2.8, 2.15), and takes over those whose rows were read back. What
   * refunds that are still to be judged again have taken of an award is not released.
   * @param atHand the award whose own release work this is: whoever works it off takes it off as well.
   */
  releaseDue(state: AccountState, atHand?: string): void {
    const { recalled } = this.set;
    const due = state.holds
      .filter(award => award.held && (isOver(award, this.now) || recalled.has(award, 'release')))
      .sort((a, b) => a.availableAt! - b.availableAt! || (a.id < b.id ? -1 : 1));
    for (const award of due) {
      const movement = released(award, recalled.reversedOf(award.id));
      award.held = false;
      this.awards.set(award.id, award);
      if (award.id !== atHand) this.releasedNow.push(award);
      const before = recalled.meet(award, 'release');
      if (movement !== null && before.rows.length === 0)
        this.post(state, movement, award, derivedId('entry', award.envelopeId, 'release'), award.id);
      this.receipts.ofAward(award, { status: 'awarded', points: award.points, entryId: award.id });
    }
  }

  /**
   * Appends a row to an account's ledger (2.14); one that was read back from the own stream is met there, and not
   * posted again (ADR 26).
   * @param of.rule frozen on the row. @param of.claim see recalled-rows.ts.
   * @param of.reason in words, of an adjustment.
   */
  post(
    state: AccountState,
    movement: Movement,
    of: Posted,
    id: string,
    originalId: string | null,
    {
      rule = null,
      claim = null,
      reason = null,
    }: { rule?: unknown; claim?: string | null; reason?: string | null } = {},
  ): void {
    const { kind } = movement;
    if (this.set.recalled.meet({ brandId: state.brandId, eventId: of.eventId }, kind, rule).rows.length > 0)
      return;
    state.account = move(state.account, movement);
    this.rows.push({
      ...movement,
      ...state.account,
      id,
      brandId: state.brandId,
      ambassadorId: state.ambassadorId,
      programId: of.programId,
      seriesId: of.seriesId,
      eventId: of.eventId,
      envelopeId: of.envelopeId,
      originalId,
      occurredAt: of.occurredAt,
      acceptedAt: of.acceptedAt,
      quiet: of.quiet,
      reason,
      rule,
      claim,
    });
  }
}

function isOver({ availableAt }: AwardState, now: number): boolean {
  return availableAt !== null && availableAt <= now;
}
