import type { CampaignItem } from '@cairn/contracts/http/campaign';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const columns = `campaign_id AS id, program_ids AS "programIds", name, join_points AS "joinPoints",
  completion_points AS "completionPoints", starts_at AS "startsAt", ends_at AS "endsAt", archived,
  created_at AS "createdAt", revision`;

const insert = `
  INSERT INTO campaigns (campaign_id, brand_id, program_ids, name, join_points, completion_points, starts_at, ends_at,
    created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${columns}`;

export async function insertCampaign(
  sql: Sql,
  brandId: string,
  campaign: Omit<CampaignItem, 'archived' | 'revision'>,
): Promise<CampaignItem> {
  const { id, programIds, name, joinPoints, completionPoints, startsAt, endsAt, createdAt } = campaign;
  const rules = [joinPoints, completionPoints, startsAt, endsAt, createdAt];
  const [row] = await sql.query<CampaignItem>(insert, [id, brandId, programIds, name, ...rules]);
  return row!;
}

const select = `SELECT ${columns} FROM campaigns WHERE brand_id = $1 AND campaign_id = $2`;

export async function selectCampaign(
  sql: Sql,
  brandId: string,
  id: string,
): Promise<CampaignItem | undefined> {
  return (await sql.query<CampaignItem>(select, [brandId, id]))[0];
}

export async function lockCampaign(sql: Sql, brandId: string, id: string): Promise<CampaignItem | undefined> {
  return (await sql.query<CampaignItem>(`${select} FOR UPDATE`, [brandId, id]))[0];
}

const update = `
  UPDATE campaigns SET program_ids = $3, name = $4, join_points = $5, completion_points = $6, starts_at = $7,
    ends_at = $8, archived = $9, revision = revision + 1
  WHERE brand_id = $1 AND campaign_id = $2 RETURNING ${columns}`;

export async function updateCampaignRow(
  sql: Sql,
  brandId: string,
  campaign: CampaignItem,
): Promise<CampaignItem> {
  const { id, programIds, name, joinPoints, completionPoints, startsAt, endsAt, archived } = campaign;
  const rules = [joinPoints, completionPoints, startsAt, endsAt, archived];
  const [row] = await sql.query<CampaignItem>(update, [brandId, id, programIds, name, ...rules]);
  return row!;
}

const page = `
  SELECT ${columns} FROM campaigns
  WHERE brand_id = $1 AND archived = $2 AND ($3::uuid IS NULL OR $3 = ANY(program_ids))
    AND ($4::uuid IS NULL OR campaign_id < $4)
  ORDER BY campaign_id DESC LIMIT $5`;

/** Newest first, from behind the id `after`. */
export async function selectCampaigns(
  sql: Sql,
  brandId: string,
  search: { programId: string | undefined; archived: boolean; after: string | null; limit: number },
): Promise<CampaignItem[]> {
  const { programId = null, archived, after, limit } = search;
  return await sql.query<CampaignItem>(page, [brandId, archived, programId, after, limit]);
}
