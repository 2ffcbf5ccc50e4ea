import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Reader } from '../../../domain/words/activity-line.js';

const selectBrand = `
  SELECT name, currency, currency_exponent AS "currencyExponent", timezone FROM brands WHERE id = $1`;

const selectNames = 'SELECT id, name, timezone FROM ambassadors WHERE brand_id = $1 AND id = ANY($2::uuid[])';

/** A brand's words' context, and who of these ambassadors are its own. */
export async function findReaders(
  sql: Sql,
  brandId: string,
  ambassadorIds: readonly string[],
): Promise<{
  brand: Reader['brand'];
  ambassadors: Map<string, { name: string; timezone: string | null }>;
}> {
  const [[brand], names] = await Promise.all([
    sql.query<Reader['brand']>(selectBrand, [brandId]),
    sql.query<{ id: string; name: string; timezone: string | null }>(selectNames, [brandId, ambassadorIds]),
  ]);
  return { brand: brand!, ambassadors: new Map(names.map(row => [row.id, row])) };
}
