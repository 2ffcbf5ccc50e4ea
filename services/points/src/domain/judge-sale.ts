import { type BrandCatalog, type Membership, type ProgramRules, within } from './catalog.js';
import type { SalesInWindow } from './earlier-sales.js';
import { earningSeries } from './earning-series.js';
import { type Happening, isQuiet, type Refusal, refuse } from './happening.js';
import { type FrozenRule, salePoints } from './sale-points.js';

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
  rule: FrozenRule;
}

export type SaleVerdict = AwardVerdict | Refusal;

/** The program that a sale is judged by: the one whose member the ambassador was (domain.md 1.2). */
export function programOf(
  sale: Pick<Happening, 'judgedAs'>,
  memberships: readonly Membership[],
  catalog: BrandCatalog,
): ProgramRules | undefined {
  const membership = memberships.find(candidate => within(candidate, sale.judgedAs));
  return membership && catalog.programs.get(membership.programId);
}

/**
 * Judges a sale by the rules in force now, over the membership and series in force when it happened. The reasons come
 * in the published order of domain.md 2.13; whether the order was awarded before is the caller's to see first.
 * @param earlier the ambassador's sales in the window that the program's rule looks back over; none where it does not.
 * @throws RangeError where the award cannot be kept exactly (above 2^53 − 1 points).
 */
export function judgeSale(
  sale: Sale,
  memberships: readonly Membership[],
  catalog: BrandCatalog,
  earlier: SalesInWindow,
): SaleVerdict {
  const program = programOf(sale, memberships, catalog);
  if (program === undefined) return refuse('not_a_member');
  if (program.referral === null) return refuse('no_rule');
  const series = earningSeries(catalog.series, program.programId, sale.judgedAs, sale.acceptedAt);
  if (series === undefined) return refuse('no_live_series');
  if (sale.currency !== catalog.brand.currency) return refuse('currency_mismatch');
  const { points, frozen } = salePoints(program.referral, sale, earlier, catalog.brand.exponent);
  if (points === 0n) return refuse('zero_points');
  if (points > BigInt(Number.MAX_SAFE_INTEGER))
    throw new RangeError(`an award of ${points} points cannot be kept`);
  return {
    kind: 'award',
    points: Number(points),
    programId: program.programId,
    seriesId: series.seriesId,
    availableAt: program.holdDays === 0 ? null : sale.occurredAt + program.holdDays * dayMs,
    quiet: isQuiet(sale, catalog.brand.quietAfterDays),
    rule: frozen,
  };
}
