import type { AttributionSettings } from '@cairn/contracts/events/catalog/brand-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** A brand's settings, as the admin API shows them. Ages and delays in days. */
export interface Brand {
  id: string;
  slug: string;
  name: string;
  timezone: string;
  currency: string;
  currencyExponent: number;
  maxEventAgeDays: number;
  quietAfterDays: number | null;
  disclosureTags: string[];
  accent: string | null;
  landingUrl: string | null;
  trustRule: { approved: number; withinDays: number } | null;
  reviewSamplePercent: number;
  attribution: AttributionSettings;
}

const columns = `
  id, slug, name, timezone, currency, currency_exponent AS "currencyExponent",
  max_event_age_days AS "maxEventAgeDays", quiet_after_days AS "quietAfterDays",
  disclosure_tags AS "disclosureTags", accent, landing_url AS "landingUrl", trust_rule AS "trustRule",
  review_sample_percent AS "reviewSamplePercent",
  jsonb_build_object('windowDays', attribution_window_days, 'model', attribution_model,
    'recurringDays', attribution_recurring_days) AS attribution`;

const insert = `
  INSERT INTO brands (id, slug, name, timezone, currency, currency_exponent, max_event_age_days, quiet_after_days,
    disclosure_tags, accent, landing_url, trust_rule, review_sample_percent, attribution_window_days, attribution_model,
    attribution_recurring_days, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
  ON CONFLICT (slug) DO NOTHING RETURNING id`;

/** @returns false where the slug is taken. */
export async function insertBrand(sql: Sql, brand: Brand, now: Date): Promise<boolean> {
  const inserted = await sql.query(insert, [
    brand.id,
    brand.slug,
    brand.name,
    brand.timezone,
    brand.currency,
    brand.currencyExponent,
    brand.maxEventAgeDays,
    brand.quietAfterDays,
    brand.disclosureTags,
    brand.accent,
    brand.landingUrl,
    brand.trustRule,
    brand.reviewSamplePercent,
    brand.attribution.windowDays,
    brand.attribution.model,
    brand.attribution.recurringDays,
    now.toISOString(),
  ]);
  return inserted.length === 1;
}

const selectById = `SELECT ${columns} FROM brands WHERE id = $1`;

export async function findBrand(sql: Sql, id: string): Promise<Brand | undefined> {
  const [row] = await sql.query<Brand>(selectById, [id]);
  return row;
}

/** Until the commit nobody else changes it. */
export async function lockBrand(sql: Sql, id: string): Promise<Brand | undefined> {
  const [row] = await sql.query<Brand>(`${selectById} FOR UPDATE`, [id]);
  return row;
}

const selectTimezones = 'SELECT id, timezone FROM brands WHERE id = ANY($1::uuid[])';

/** The IANA time zone of each of these brands. */
export async function findTimezones(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; timezone: string }>(selectTimezones, [ids]);
  return new Map(rows.map(row => [row.id, row.timezone]));
}

const selectByName = `SELECT ${columns} FROM brands WHERE slug = lower($1) OR id::text = lower($1)`;

/** By slug or id. */
export async function findBrandByName(sql: Sql, slugOrId: string): Promise<Brand | undefined> {
  const [row] = await sql.query<Brand>(selectByName, [slugOrId]);
  return row;
}

const update = `
  UPDATE brands SET name = $2, timezone = $3, max_event_age_days = $4, quiet_after_days = $5, disclosure_tags = $6,
    accent = $7, landing_url = $8, trust_rule = $9, review_sample_percent = $10,
    attribution_window_days = $11, attribution_model = $12, attribution_recurring_days = $13
  WHERE id = $1 RETURNING ${columns}`;

/** Saves what may change; slug and currency stay. @returns the brand as it is stored now. */
export async function saveBrand(sql: Sql, brand: Brand): Promise<Brand> {
  const [saved] = await sql.query<Brand>(update, [
    brand.id,
    brand.name,
    brand.timezone,
    brand.maxEventAgeDays,
    brand.quietAfterDays,
    brand.disclosureTags,
    brand.accent,
    brand.landingUrl,
    brand.trustRule,
    brand.reviewSamplePercent,
    brand.attribution.windowDays,
    brand.attribution.model,
    brand.attribution.recurringDays,
  ]);
  return saved!;
}
