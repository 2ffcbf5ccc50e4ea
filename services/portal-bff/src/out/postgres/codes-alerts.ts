import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Columns, unnest } from '@cairn/service-kit/postgres/unnest';

/** An alert of an empty code pool: one a pool and day. */
export interface CodesAlert {
  brandId: string;
  poolId: string;
  /** Of the brand's time zone, as `2026-11-20`. */
  day: string;
}

const written: Columns<CodesAlert> = {
  brand_id: ['uuid', alert => alert.brandId],
  pool_id: ['uuid', alert => alert.poolId],
  day: ['date', alert => alert.day],
};

/** Adds alerts. @returns those that were not there. */
export async function insertCodesAlerts(sql: Sql, alerts: readonly CodesAlert[]): Promise<CodesAlert[]> {
  const set = unnest(alerts, written);
  return await sql.query<CodesAlert>(
    `INSERT INTO codes_alerts (${set.names})
     SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, pool_id, day
     ON CONFLICT DO NOTHING RETURNING brand_id AS "brandId", pool_id AS "poolId", day::text AS day`,
    set.params,
  );
}
