import type { SeriesView } from '@cairn/contracts/http/series';
import type { StoredSeries } from '../out/postgres/series.js';

/** GET /series/{id}: what is published with the draft of the next version beside it; before the first the draft itself. */
export function viewOf(series: StoredSeries): SeriesView {
  const { id, status, version, fields, draft, retroactive, revision, createdAt, updatedAt } = series;
  return {
    id,
    status,
    version,
    ...fields,
    startsAt: series.startsAt ?? fields.startsAt,
    endsAt: version === 0 ? fields.endsAt : series.endsAt,
    draft: version === 0 ? null : draft,
    retroactive,
    revision,
    createdAt,
    updatedAt,
  };
}
