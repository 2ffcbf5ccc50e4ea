import type { Sql } from '@cairn/service-kit/postgres/sql';

export interface BrandCopy {
  brandId: string;
  name: string;
  timezone: string;
  currency: string;
  /** The catalog's version that it is of. */
  version: number;
}

const upsertBrands = `
  INSERT INTO brands (brand_id, name, timezone, currency, version)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[])
    AS row (brand_id, name, timezone, currency, version)
  ORDER BY brand_id
  ON CONFLICT (brand_id) DO UPDATE SET
    name = excluded.name, timezone = excluded.timezone, currency = excluded.currency, version = excluded.version
  WHERE brands.version < excluded.version`;

/** Keeps the newer of what is stored and what came; each brand at most once in `brands`. */
export async function keepBrands(sql: Sql, brands: readonly BrandCopy[]): Promise<void> {
  if (brands.length === 0) return;
  await sql.query(upsertBrands, [
    brands.map(brand => brand.brandId),
    brands.map(brand => brand.name),
    brands.map(brand => brand.timezone),
    brands.map(brand => brand.currency),
    brands.map(brand => brand.version),
  ]);
}

const selectBrand = 'SELECT 1 FROM brands WHERE brand_id = $1';

export async function isBrandKnown(sql: Sql, brandId: string): Promise<boolean> {
  return (await sql.query(selectBrand, [brandId])).length > 0;
}
