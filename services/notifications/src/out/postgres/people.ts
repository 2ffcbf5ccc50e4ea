import type { Sql } from '@cairn/service-kit/postgres/sql';

const selectBrand = `
  SELECT name, timezone, currency, currency_exponent AS exponent FROM brands WHERE brand_id = $1`;

export interface Brand {
  name: string;
  timezone: string;
  currency: string;
  exponent: number;
}

export async function findBrand(sql: Sql, brandId: string): Promise<Brand | undefined> {
  return (await sql.query<Brand>(selectBrand, [brandId]))[0];
}

const selectAmbassador = 'SELECT name, email FROM ambassadors WHERE ambassador_id = $1 AND brand_id = $2';

/** The name and the address that the ambassador has now. */
export async function findAmbassador(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
): Promise<{ name: string; email: string } | undefined> {
  return (await sql.query<{ name: string; email: string }>(selectAmbassador, [ambassadorId, brandId]))[0];
}
