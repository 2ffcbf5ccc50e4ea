import type { Sql } from '@cairn/service-kit/postgres/sql';

const select = 'SELECT max_event_age_days AS "maxEventAgeDays" FROM brands WHERE brand_id = $1';

/** How old, in days, the brand's events may be; undefined where the brand is not known here. */
export async function findMaxEventAge(sql: Sql, brandId: string): Promise<number | undefined> {
  return (await sql.query<{ maxEventAgeDays: number }>(select, [brandId]))[0]?.maxEventAgeDays;
}
