import type { AttributionSettings } from '@cairn/contracts/events/catalog/brand-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const select = 'SELECT max_event_age_days AS "maxEventAgeDays" FROM brands WHERE brand_id = $1';

/** How old, in days, the brand's events may be; undefined where the brand is not known here. */
export async function findMaxEventAge(sql: Sql, brandId: string): Promise<number | undefined> {
  return (await sql.query<{ maxEventAgeDays: number }>(select, [brandId]))[0]?.maxEventAgeDays;
}

/** What judging a shop's order needs of its brand. */
export interface JudgingBrand {
  brandId: string;
  maxEventAgeDays: number;
  attribution: AttributionSettings;
}

const selectJudging = `
  SELECT brand_id AS "brandId", max_event_age_days AS "maxEventAgeDays",
    jsonb_build_object('windowDays', attribution_window_days, 'model', attribution_model,
      'recurringDays', attribution_recurring_days) AS attribution
  FROM brands WHERE brand_id = ANY($1::uuid[])`;

/** @returns the brands that are known here, by id. */
export async function findJudgingBrands(
  sql: Sql,
  brandIds: readonly string[],
): Promise<Map<string, JudgingBrand>> {
  const rows = await sql.query<JudgingBrand>(selectJudging, [brandIds]);
  return new Map(rows.map(brand => [brand.brandId, brand]));
}
