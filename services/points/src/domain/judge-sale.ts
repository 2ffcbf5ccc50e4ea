import { fixedRatePoints } from './award.js';
import { type BrandCatalog, type Membership, type SaleRule, within } from './catalog.js';
import { earningSeries } from './earning-series.js';
import { type Happening, isQuiet, type Refusal, refuse } from './happening.js';

const dayMs = 86_400_000;

/** A sale to be judged; `netAmount` is minor units. */
export interface Sale extends Happening {
  currency: string;
  netAmount: number;
}

export interface AwardVerdict {
  kind: 'award';
  points: number;
  programId: string;
  seriesId: string;
  /** When the hold ends; null where the program holds nothing (2.8). */
  availableAt: number | null;
  quiet: boolean;
  /** Frozen on the entry. */
  rule: SaleRule;
}

export type SaleVerdict = AwardVerdict | Refusal;

/**
 * Judges a sale by the rules in force now, over the membership and series in force when it happened. The reasons come
 * in the published order of domain.md 2.13; whether the order was awarded before is the caller's to see first.
 * @throws RangeError where the award cannot be kept exactly (above 2^53 − 1 points).
 */
export function judgeSale(
  sale: Sale,
  memberships: readonly Membership[],
  catalog: BrandCatalog,
): SaleVerdict {
  const membership = memberships.find(candidate => within(candidate, sale.judgedAs));
  const program = membership && catalog.programs.get(membership.programId);
  if (program === undefined) return refuse('not_a_member');
  if (program.referral === null) return refuse('no_rule');
  const series = earningSeries(catalog.series, program.programId, sale.judgedAs, sale.acceptedAt);
  if (series === undefined) return refuse('no_live_series');
  if (sale.currency !== catalog.brand.currency) return refuse('currency_mismatch');
  const points = pointsOf(program.referral, sale, catalog.brand.exponent);
  if (points === 0) return refuse('zero_points');
  return {
    kind: 'award',
    points,
    programId: program.programId,
    seriesId: series.seriesId,
    availableAt: program.holdDays === 0 ? null : sale.occurredAt + program.holdDays * dayMs,
    quiet: isQuiet(sale, catalog.brand.quietAfterDays),
    rule: program.referral,
  };
}

function pointsOf(rule: SaleRule, sale: Sale, exponent: number): number {
  if (rule.mode === 'flat') return rule.points;
  const points = fixedRatePoints(sale.netAmount, rule.rate, exponent);
  if (points > BigInt(Number.MAX_SAFE_INTEGER))
    throw new RangeError(`an award of ${points} points cannot be kept`);
  return Number(points);
}
