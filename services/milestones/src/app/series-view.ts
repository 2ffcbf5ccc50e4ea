import type { SeriesView } from '@cairn/contracts/http/series';
import type { StoredSeries } from '../out/postgres/series.js';

/** GET /series/{id}: the draft where there is one, else what is published. */
export function viewOf(series: StoredSeries): SeriesView {
  const { id, status, version, fields, revision, createdAt, updatedAt, startsAt, endsAt } = series;
  return {
    id,
    status,
    version,
    ...fields,
    startsAt: startsAt ?? fields.startsAt,
    endsAt: endsAt ?? fields.endsAt,
    revision,
    createdAt,
    updatedAt,
  };
}
