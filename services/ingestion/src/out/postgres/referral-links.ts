import { refKey } from '@cairn/contracts/ambassador-ref';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const selectLandings = `
  SELECT DISTINCT brand_id AS "brandId", slug, landing_url AS "landingUrl"
  FROM ambassador_refs JOIN brands USING (brand_id)
  WHERE ref = $1 AND ref LIKE 'code:%' AND landing_url IS NOT NULL
  LIMIT 2`;

export interface Landing {
  slug: string;
  landingUrl: string;
}

/** The landing page behind a code; undefined where there is none, or where two brands have the same code. */
export async function findLanding(sql: Sql, code: string): Promise<Landing | undefined> {
  const found = await sql.query<Landing>(selectLandings, [refKey({ by: 'code', value: code.toLowerCase() })]);
  return found.length === 1 ? found[0] : undefined;
}
