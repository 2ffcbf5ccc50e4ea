import type { Sql } from '@cairn/service-kit/postgres/sql';

const select = `
  SELECT v.variant_gid AS gid, v.shop_id AS "shopId" FROM shop_variants v
  JOIN shops s ON s.shop_id = v.shop_id AND s.status = 'connected'
  WHERE v.brand_id = $1 AND v.variant_gid = ANY($2::text[])`;

/** In which of the brand's connected shops these variants were found before. */
export async function shopsOfVariants(
  sql: Sql,
  brandId: string,
  gids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.query<{ gid: string; shopId: string }>(select, [brandId, gids]);
  return new Map(rows.map(row => [row.gid, row.shopId]));
}

const remember = `
  INSERT INTO shop_variants (brand_id, variant_gid, shop_id)
  SELECT $1, gid, $3 FROM unnest($2::text[]) AS row (gid) ORDER BY gid
  ON CONFLICT (brand_id, variant_gid) DO UPDATE SET shop_id = excluded.shop_id
  WHERE shop_variants.shop_id <> excluded.shop_id`;

export async function rememberVariants(
  sql: Sql,
  brandId: string,
  gids: readonly string[],
  shopId: string,
): Promise<void> {
  if (gids.length > 0) await sql.query(remember, [brandId, gids, shopId]);
}

const bind = `
  UPDATE grants SET shop_id = coalesce(shop_id, $3) WHERE brand_id = $1 AND grant_id = $2`;

/** The grant's code or order is made in this shop, unless another was found first. */
export async function bindGrant(sql: Sql, brandId: string, grantId: string, shopId: string): Promise<void> {
  await sql.query(bind, [brandId, grantId, shopId]);
}

const unbind = `
  UPDATE grants SET shop_id = NULL
  WHERE brand_id = $1 AND grant_id = ANY($2::uuid[]) AND draft_gid IS NULL AND shop_id IS NOT NULL`;

/** Another reward was given instead: where it is made is found anew, unless a draft order stands in the former shop. */
export async function unbindGrants(sql: Sql, brandId: string, grantIds: readonly string[]): Promise<void> {
  if (grantIds.length > 0) await sql.query(unbind, [brandId, grantIds]);
}

const wake = `
  UPDATE due_work SET due_at = clock_timestamp()
  WHERE (kind, key) IN (
    SELECT w.kind, w.key FROM due_work w JOIN grants g ON g.grant_id::text = w.key
    WHERE g.brand_id = $1 AND g.shop_id = $2 AND g.status = 'pending' AND w.kind = ANY($3::text[])
    ORDER BY w.kind, w.key FOR UPDATE OF w)`;

/** Makes due now what is to be made in this shop. */
export async function wakeGrantsOf(
  sql: Sql,
  brandId: string,
  shopId: string,
  kinds: readonly string[],
): Promise<void> {
  await sql.query(wake, [brandId, shopId, kinds]);
}
