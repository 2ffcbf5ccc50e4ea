import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import type { PublicationWarning } from '../domain/publication.js';
import type { SeriesFields } from '../domain/series-draft.js';
import type { StoredSeries } from '../out/postgres/series.js';

/** GET /series/{id}: the draft where there is one, else what is published. */
export interface SeriesView extends SeriesFields {
  id: string;
  status: SeriesStatus;
  /** The published version; 0 before the first. */
  version: number;
  /** The ETag. */
  revision: number;
  createdAt: string;
  updatedAt: string;
}

/** What publishing answers. */
export interface PublishedSeriesView extends SeriesView {
  warnings: PublicationWarning[];
}

export function viewOf(series: StoredSeries): SeriesView {
  const { id, status, version, fields, revision, createdAt, updatedAt, startsAt } = series;
  return {
    id,
    status,
    version,
    ...fields,
    startsAt: startsAt ?? fields.startsAt,
    revision,
    createdAt,
    updatedAt,
  };
}
