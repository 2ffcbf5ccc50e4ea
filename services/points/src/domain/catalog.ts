import type { ActionLimit, ReviewMode } from '@cairn/contracts/earning';
import type { ReferralRule } from '@cairn/contracts/referral-rule';
import type { TrustRule } from './trust.js';

/** What points knows of a brand's configuration. Instants are milliseconds since the epoch. */
interface BrandRules {
  currency: string;
  /** Decimal places of the currency's minor unit. */
  exponent: number;
  /** IANA; limits count in its days, weeks and months (2.1). */
  timezone: string;
  /** Each beginning with `#` (2.3). */
  disclosureTags: readonly string[];
  /** Days; null: never quiet (1.6). */
  quietAfterDays: number | null;
  maxEventAgeDays: number;
  /** Of the work of trusted ambassadors, looked at after its award (2.2). */
  reviewSamplePercent: number;
  trustRule: TrustRule | null;
}

export interface ProgramRules {
  programId: string;
  holdDays: number;
  referral: ReferralRule | null;
}

/** A program-wide task (2.1). An archived one earns nothing more. */
export interface ActionRules {
  actionId: string;
  programId: string;
  name: string;
  points: number;
  limit: ActionLimit | null;
  review: ReviewMode;
  disclosureRequired: boolean;
  archived: boolean;
}

/** Points on join, on completion, or both, in the window `[startsAt, endsAt)` (2.5). */
export interface CampaignRules {
  campaignId: string;
  programIds: readonly string[];
  name: string;
  joinPoints: number;
  completionPoints: number;
  startsAt: number;
  endsAt: number;
  archived: boolean;
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
  /** When programs belonged to it; null in a copy from before that was told. */
  programs: readonly Membership[] | null;
  live: readonly Span[];
  /** The end, planned or past; null: open. */
  endsAt: number | null;
}

export interface BrandCatalog {
  brand: BrandRules;
  programs: ReadonlyMap<string, ProgramRules>;
  series: readonly SeriesPeriods[];
  /** Those that the events at hand name, by id. */
  actions: ReadonlyMap<string, ActionRules>;
  campaigns: ReadonlyMap<string, CampaignRules>;
}

export function within(span: Span, at: number): boolean {
  return at >= span.from && (span.to === null || at < span.to);
}
