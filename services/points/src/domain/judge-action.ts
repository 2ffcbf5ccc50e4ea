import { type ActionRules, type BrandCatalog, type Membership, within } from './catalog.js';
import { isDisclosed } from './disclosure.js';
import { earningSeries } from './earning-series.js';
import { type Happening, isQuiet, type Refusal, refuse } from './happening.js';

/** A completed action to be judged. */
export interface CompletedAction extends Happening {
  text: string | null;
  paidPartnership: boolean;
}

/** What others hold of the action (2.12); a waiting event that this one replaces (2.3) no longer counts. */
export interface ActionHeld {
  /** The proof is held by another event. */
  proof: boolean;
  /** Places of the ambassador's limit that are taken in the window of this event. */
  places: number;
}

/** What a completed action gives, as it was when it was judged. */
export interface EarnedAction {
  points: number;
  programId: string;
  seriesId: string;
  quiet: boolean;
  /** Frozen on the entry. */
  rule: FrozenAction;
}

export type ActionVerdict =
  | (EarnedAction & { kind: 'award' })
  /** Refused as `disclosure_missing`; mended it gives what it would have given (2.3). */
  | (EarnedAction & { kind: 'undisclosed' })
  | Refusal;

export type FrozenAction = Pick<
  ActionRules,
  'actionId' | 'name' | 'points' | 'limit' | 'review' | 'disclosureRequired'
>;

/**
 * Judges a completed action by the rules in force now (domain.md 2.1 to 2.4); the reasons come in the published order
 * of 2.13. An archived action is `unknown_action`, as one that never was: nothing else is said of it there. One worth
 * 0 points is `zero_points`, after everything else, and uses up nothing (2.12).
 */
export function judgeAction(
  done: CompletedAction,
  action: ActionRules | undefined,
  memberships: readonly Membership[],
  catalog: BrandCatalog,
  held: ActionHeld,
): ActionVerdict {
  if (action === undefined || action.archived) return refuse('unknown_action');
  const membership = memberships.find(candidate => within(candidate, done.judgedAs));
  if (membership?.programId !== action.programId) return refuse('not_a_member');
  const series = earningSeries(catalog.series, action.programId, done.judgedAs, done.acceptedAt);
  if (series === undefined) return refuse('no_live_series');
  if (held.proof) return refuse('duplicate_proof');
  if (action.limit !== null && held.places >= action.limit.count) return refuse('limit_reached');
  const isMissing = action.disclosureRequired && !isDisclosed(done, catalog.brand.disclosureTags);
  if (action.points === 0 && !isMissing) return refuse('zero_points');
  const { actionId, name, points, limit, review, disclosureRequired } = action;
  return {
    kind: isMissing ? 'undisclosed' : 'award',
    points,
    programId: action.programId,
    seriesId: series.seriesId,
    quiet: isQuiet(done, catalog.brand.quietAfterDays),
    rule: { actionId, name, points, limit, review, disclosureRequired },
  };
}
