import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { RowMark } from '../../domain/entry.js';
import type { SeriesNow } from '../../domain/progress.js';
import type { SeriesFields } from '../../domain/series-draft.js';

/**
 * A paused series whose end has passed is paused until that end is carried out, with what waits for it (3.2). The
 * publishes that run are found by retroactive_publishes_running, normally none.
 */
const select = `
  SELECT s.brand_id AS "brandId", s.id, s.version, v.fields,
    CASE WHEN s.paused_at IS NOT NULL THEN 'paused' WHEN s.ends_at <= $3::timestamptz THEN 'ended' ELSE 'running' END
      AS phase,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('version', r.version, 'fields', rv.fields, 'by', r.mark,
        'promotesTop', r.promotes_top, 'waits', coalesce(r.published_at >= s.paused_at, false)) ORDER BY r.version), '[]')
      FROM retroactive_publishes r JOIN series_versions rv USING (series_id, version)
      WHERE r.series_id = s.id AND r.finished_at IS NULL) AS retroactive
  FROM unnest($1::uuid[], $2::uuid[]) AS asked (brand_id, series_id)
  JOIN series s ON s.brand_id = asked.brand_id AND s.id = asked.series_id
  JOIN series_versions v ON v.series_id = s.id AND v.version = s.version`;

interface Row {
  brandId: string;
  id: string;
  version: number;
  fields: SeriesFields;
  phase: SeriesNow['phase'];
  retroactive: { version: number; fields: SeriesFields; by: RowMark; promotesTop: boolean; waits: boolean }[];
}

/** The current published versions of the series asked for, by id; those of another brand are not found. */
export async function seriesNow(
  sql: Sql,
  asked: readonly { brandId: string; seriesId: string }[],
  now: string,
): Promise<Map<string, SeriesNow & { brandId: string }>> {
  if (asked.length === 0) return new Map();
  // Ambassadors share series, and a series with its tiers is large: each is asked for once.
  const distinct = [...new Map(asked.map(one => [`${one.brandId} ${one.seriesId}`, one])).values()];
  const rows = await sql.query<Row>(select, [
    distinct.map(one => one.brandId),
    distinct.map(one => one.seriesId),
    now,
  ]);
  return new Map(
    rows.map(({ fields, retroactive, ...row }) => [
      row.id,
      {
        ...row,
        ...countedBy(fields),
        programIds: fields.programIds,
        retroactive: retroactive.map(({ fields: own, ...publish }) => ({ ...publish, ...countedBy(own) })),
      },
    ]),
  );
}

/** Of a version's fields those that counting takes. */
function countedBy({ name, tiers, completion }: SeriesFields) {
  return { name, tiers, completion };
}
