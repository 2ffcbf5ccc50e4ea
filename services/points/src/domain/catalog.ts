import type { FixedRule } from '@cairn/contracts/referral-rule';

/** What points knows of a brand's configuration. Instants are milliseconds since the epoch. */
interface BrandRules {
  currency: string;
  /** Decimal places of the currency's minor unit. */
  exponent: number;
  /** Days; null: never quiet (1.6). */
  quietAfterDays: number | null;
  maxEventAgeDays: number;
}

export interface ProgramRules {
  programId: string;
  holdDays: number;
  referral: FixedRule | null;
}

/** `[from, to)`; `to` null while open. */
export interface Span {
  from: number;
  to: number | null;
}

export interface Membership extends Span {
  programId: string;
}

export interface SeriesPeriods {
  seriesId: string;
  programIds: readonly string[];
  live: readonly Span[];
  /** The end, planned or past; null: open. */
  endsAt: number | null;
}

export interface BrandCatalog {
  brand: BrandRules;
  programs: ReadonlyMap<string, ProgramRules>;
  series: readonly SeriesPeriods[];
}

export function within(span: Span, at: number): boolean {
  return at >= span.from && (span.to === null || at < span.to);
}
