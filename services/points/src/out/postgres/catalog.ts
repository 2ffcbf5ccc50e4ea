import type { ReferralRule } from '@cairn/contracts/referral-rule';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { BrandCatalog, ProgramRules, SeriesPeriods, Span } from '../../domain/catalog.js';
import type { TrustRule } from '../../domain/trust.js';
import { loadActionRules, loadCampaignRules } from './earning-rules.js';

interface BrandRow {
  brandId: string;
  currency: string;
  exponent: number;
  /** Null, as the tags, where the copy was made by a version that did not keep them. */
  timezone: string | null;
  disclosureTags: string[] | null;
  quietAfterDays: number | null;
  maxEventAgeDays: number;
  /** Null, likewise. */
  review: { samplePercent: number; trustRule: TrustRule | null } | null;
}

const selectBrands = `
  SELECT brand_id AS "brandId", currency, exponent, timezone, disclosure_tags AS "disclosureTags",
    quiet_after_days AS "quietAfterDays", max_event_age_days AS "maxEventAgeDays", review
  FROM brands WHERE brand_id = ANY($1::uuid[])`;

const selectPrograms = `
  SELECT programs.brand_id AS "brandId", program_id AS "programId", hold_days AS "holdDays", rule AS referral
  FROM programs LEFT JOIN referral_rules USING (program_id)
  WHERE programs.brand_id = ANY($1::uuid[])`;

const selectSeries = `
  SELECT brand_id AS "brandId", series_id AS "seriesId", program_ids AS "programIds", programs, live, ends_at AS "endsAt"
  FROM series WHERE brand_id = ANY($1::uuid[])`;

/** The rules in force now of the brands at hand, with the actions and campaigns that are named: any text may name one. */
export async function loadCatalogs(
  sql: Sql,
  brandIds: readonly string[],
  named: { actionIds: readonly string[]; campaignIds: readonly string[] },
): Promise<Map<string, BrandCatalog>> {
  const [brands, programs, series, actions, campaigns] = await Promise.all([
    sql.query<BrandRow>(selectBrands, [brandIds]),
    sql.query<{ brandId: string; programId: string; holdDays: number; referral: ReferralRule | null }>(
      selectPrograms,
      [brandIds],
    ),
    sql.query<SeriesRow>(selectSeries, [brandIds]),
    loadActionRules(sql, brandIds, named.actionIds),
    loadCampaignRules(sql, brandIds, named.campaignIds),
  ]);
  const isPart = (brand: BrandRow) => brand.timezone === null || brand.review === null;
  if (brands.some(brand => isPart(brand) && actions.has(brand.brandId))) {
    throw new Error('brands not yet whole in the catalog copy: it is being read again');
  }
  return new Map(
    brands.map(({ brandId, review, ...brand }) => [
      brandId,
      {
        brand: {
          ...brand,
          timezone: brand.timezone ?? 'UTC',
          disclosureTags: brand.disclosureTags ?? [],
          reviewSamplePercent: review?.samplePercent ?? 0,
          trustRule: review?.trustRule ?? null,
        },
        programs: new Map<string, ProgramRules>(
          programs.filter(row => row.brandId === brandId).map(row => [row.programId, row]),
        ),
        series: series.filter(row => row.brandId === brandId).map(periodsOf),
        actions: actions.get(brandId) ?? new Map(),
        campaigns: campaigns.get(brandId) ?? new Map(),
      },
    ]),
  );
}

interface SeriesRow {
  brandId: string;
  seriesId: string;
  programIds: string[];
  programs: { programId: string; from: string; to: string | null }[] | null;
  live: { from: string; to: string | null }[];
  endsAt: string | null;
}

function periodsOf(row: SeriesRow): SeriesPeriods {
  return {
    seriesId: row.seriesId,
    programIds: row.programIds,
    programs: row.programs?.map(({ programId, ...span }) => ({ programId, ...spanOf(span) })) ?? null,
    live: row.live.map(spanOf),
    endsAt: row.endsAt === null ? null : Date.parse(row.endsAt),
  };
}

function spanOf({ from, to }: { from: string; to: string | null }): Span {
  return { from: Date.parse(from), to: to === null ? null : Date.parse(to) };
}
