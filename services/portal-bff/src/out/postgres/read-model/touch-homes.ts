import type { Sql } from '@cairn/service-kit/postgres/sql';
import { notifyBrand, notifyHomes } from '../home-channel.js';

/** An ambassador whose home a chunk changed, and which moment that is to them. */
export interface TouchedHome {
  ambassadorId: string;
  brandId: string;
  unlocked?: boolean;
  rewarded?: boolean;
}

const upsertHomes = `
  INSERT INTO home (ambassador_id, brand_id, revision, unlock_revision, reward_revision, accepted_at)
  SELECT "ambassadorId", "brandId", 1, unlocked::int, rewarded::int, "acceptedAt"
  FROM jsonb_to_recordset($1::jsonb)
    AS row ("ambassadorId" uuid, "brandId" uuid, unlocked bool, rewarded bool, "acceptedAt" timestamptz)
  ORDER BY "ambassadorId"
  ON CONFLICT (ambassador_id) DO UPDATE SET
    revision = home.revision + 1,
    unlock_revision = CASE WHEN excluded.unlock_revision = 1 THEN home.revision + 1 ELSE home.unlock_revision END,
    reward_revision = CASE WHEN excluded.reward_revision = 1 THEN home.revision + 1 ELSE home.reward_revision END,
    accepted_at = greatest(excluded.accepted_at, home.accepted_at)`;

/**
 * Takes each touched home one revision further, once however often it is named, and tells the open streams at the
 * commit. Last in a chunk, in id order: its locks are the only ones that chunks of different topics share.
 * @param acceptedAt when the newest event was accepted that moved an ambassador's bar, by the ambassador's id.
 */
export async function touchHomes(
  sql: Sql,
  touched: readonly TouchedHome[],
  acceptedAt: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  if (touched.length === 0) return;
  const homes = [...Map.groupBy(touched, home => home.ambassadorId)].map(([ambassadorId, of]) => ({
    ambassadorId,
    brandId: of[0]!.brandId,
    unlocked: of.some(home => home.unlocked === true),
    rewarded: of.some(home => home.rewarded === true),
    acceptedAt: acceptedAt.get(ambassadorId) ?? null,
  }));
  await Promise.all([
    sql.query(upsertHomes, [JSON.stringify(homes)]),
    notifyHomes(
      sql,
      homes.map(home => home.ambassadorId),
    ),
  ]);
}

const upsertBrandRevisions = `
  INSERT INTO brand_revisions (brand_id, revision)
  SELECT brand_id, 1 FROM unnest($1::uuid[]) AS row (brand_id) ORDER BY brand_id
  ON CONFLICT (brand_id) DO UPDATE SET revision = brand_revisions.revision + 1`;

/** Counts one change that all ambassadors of each brand see, and tells their open streams at the commit. */
export async function touchBrands(sql: Sql, brandIds: readonly string[]): Promise<void> {
  const brands = [...new Set(brandIds)];
  if (brands.length === 0) return;
  await sql.query(upsertBrandRevisions, [brands]);
  for (const brandId of brands) await notifyBrand(sql, brandId);
}
