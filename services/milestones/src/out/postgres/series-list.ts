import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { SeriesFields } from '../../domain/series-draft.js';
import { statusAtNow } from './series.js';

export interface SeriesFilter {
  programId: string | null;
  category: string | null;
  status: SeriesStatus | null;
}

export interface ListedSeries {
  id: string;
  status: SeriesStatus;
  fields: SeriesFields;
  /** Published, with a next version begun. */
  hasDraft: boolean;
  participants: number;
  updatedAt: string;
}

/** A brand has hundreds of series at most, found by series_of_brand; the rest is filtered. */
const page = `
  SELECT listed.*, coalesce((
    SELECT sum(n.participants) FROM series_participants n WHERE n.series_id = listed.id), 0)::bigint AS participants
  FROM (
    SELECT s.id, ${statusAtNow} AS status, coalesce(v.fields, s.draft) AS fields,
      s.version > 0 AND s.draft IS NOT NULL AS "hasDraft", s.updated_at AS "updatedAt"
    FROM series s LEFT JOIN series_versions v ON v.series_id = s.id AND v.version = s.version
    WHERE s.brand_id = $1 AND ($6::uuid IS NULL OR s.id < $6)
  ) listed
  WHERE ($3::text IS NULL OR listed.fields -> 'programIds' ? $3)
    AND ($4::text IS NULL OR listed.fields ->> 'category' = $4)
    AND ($5::text IS NULL OR listed.status = $5)
  ORDER BY listed.id DESC LIMIT $7`;

/** Newest first, from behind the id `after`; one more than `limit`. */
export async function selectSeriesPage(
  sql: Sql,
  brandId: string,
  now: string,
  filter: SeriesFilter,
  after: string | null,
  limit: number,
): Promise<ListedSeries[]> {
  const { programId, category, status } = filter;
  return await sql.query<ListedSeries>(page, [brandId, now, programId, category, status, after, limit + 1]);
}
