import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { ActionRules, CampaignRules } from '../../domain/catalog.js';

/** By brand, then by id: another brand's id names nothing. */
type ByBrand<Rules> = Map<string, Map<string, Rules>>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type ActionRow = ActionRules & { brandId: string };

const selectActions = `
  SELECT brand_id AS "brandId", action_id AS "actionId", program_id AS "programId", name, points,
    CASE WHEN limit_count IS NOT NULL THEN jsonb_build_object('count', limit_count, 'per', limit_per) END AS "limit",
    review, disclosure_required AS "disclosureRequired", archived
  FROM actions WHERE action_id = ANY($2::uuid[]) AND brand_id = ANY($1::uuid[])`;

/** @param ids any text in lower case; what is no id is nobody's. */
export async function loadActionRules(
  sql: Sql,
  brandIds: readonly string[],
  ids: readonly string[],
): Promise<ByBrand<ActionRules>> {
  const rows = await named<ActionRow>(sql, selectActions, brandIds, ids);
  return byBrand(
    rows,
    row => row.actionId,
    ({ brandId: _, ...rules }) => rules,
  );
}

interface CampaignRow extends Omit<CampaignRules, 'startsAt' | 'endsAt'> {
  brandId: string;
  startsAt: string;
  endsAt: string;
}

const selectCampaigns = `
  SELECT brand_id AS "brandId", campaign_id AS "campaignId", program_ids AS "programIds", name,
    join_points AS "joinPoints", completion_points AS "completionPoints", starts_at AS "startsAt",
    ends_at AS "endsAt", archived
  FROM campaigns WHERE campaign_id = ANY($2::uuid[]) AND brand_id = ANY($1::uuid[])`;

/** As {@link loadActionRules}. */
export async function loadCampaignRules(
  sql: Sql,
  brandIds: readonly string[],
  ids: readonly string[],
): Promise<ByBrand<CampaignRules>> {
  const rows = await named<CampaignRow>(sql, selectCampaigns, brandIds, ids);
  return byBrand(
    rows,
    row => row.campaignId,
    ({ brandId: _, startsAt, endsAt, ...row }) => ({
      ...row,
      startsAt: Date.parse(startsAt),
      endsAt: Date.parse(endsAt),
    }),
  );
}

async function named<Row>(
  sql: Sql,
  select: string,
  brandIds: readonly string[],
  ids: readonly string[],
): Promise<Row[]> {
  const possible = [...new Set(ids)].filter(id => uuid.test(id));
  return possible.length === 0 ? [] : await sql.query<Row>(select, [brandIds, possible]);
}

function byBrand<Row extends { brandId: string }, Rules>(
  rows: readonly Row[],
  id: (row: Row) => string,
  rules: (row: Row) => Rules,
): ByBrand<Rules> {
  const brands: ByBrand<Rules> = new Map();
  for (const row of rows) {
    const known = brands.get(row.brandId) ?? new Map<string, Rules>();
    brands.set(row.brandId, known.set(id(row), rules(row)));
  }
  return brands;
}
