import type { SeriesView } from '@cairn/contracts/http/series';

/** A series as it is to be published next: a published one with its draft, where it has one (domain.md 3.8). */
export function editedOf(series: SeriesView): SeriesView {
  return series.draft === null ? series : { ...series, ...series.draft };
}
