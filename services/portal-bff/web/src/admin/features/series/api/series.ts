import { pageOf } from '@cairn/contracts/http/page';
import {
  publishedSeries,
  type SeriesView,
  seriesImpact,
  seriesItem,
  seriesStanding,
  seriesView,
} from '@cairn/contracts/http/series';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCommand, adminGet } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';

const seriesPage = pageOf(seriesItem);

export interface SeriesFilters {
  programId?: string;
  category?: string;
  status?: string;
}

/** GET /series: newest first, by cursor. */
export function useSeriesList(filters: SeriesFilters) {
  return usePages(['series-list', filters], (cursor, signal) =>
    adminGet('/series', seriesPage, { ...filters, cursor, limit: 50 }, signal),
  );
}

export const seriesKey = (id: string) => ['series', id] as const;

/** GET /series/{id}. */
export const getSeries = (id: string, signal?: AbortSignal) =>
  adminGet(`/series/${encodeURIComponent(id)}`, seriesView, {}, signal);

/** Milliseconds between looks how far a retroactive publish is. */
const lookEvery = 2_000;

export function useSeries(id: string) {
  return useQuery({
    queryKey: seriesKey(id),
    queryFn: ({ signal }) => getSeries(id, signal),
    refetchInterval: ({ state: { data } }) =>
      data?.retroactive && data.retroactive.finishedAt === null ? lookEvery : false,
  });
}

/** POST /series/{id}/impact, of the draft as it is stored (domain.md 3.8). Throws ApiProblem. */
export const readImpact = (id: string, signal?: AbortSignal) =>
  adminCommand('POST', `/series/${encodeURIComponent(id)}/impact`, seriesImpact, { body: {}, signal });

/** DELETE /series/{id}/draft of the revision that was read. Throws ApiProblem. */
export const discardDraft = (id: string, revision: number) =>
  adminCommand('DELETE', `/series/${encodeURIComponent(id)}/draft`, seriesView, { ifMatch: revision });

/** GET /series/{id}/standing: how many have unlocked each tier in their current cycle. */
export function useStanding(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['series-standing', id],
    queryFn: ({ signal }) => adminGet(`/series/${id}/standing`, seriesStanding, {}, signal),
    enabled,
  });
}

/** How many rewards of it wait for a person: as the list has it. Null while that is not known. */
export function useNeedsFulfilment(series: Pick<SeriesView, 'id' | 'programIds' | 'status'> | undefined) {
  const programId = series?.programIds[0];
  const { data } = useQuery({
    queryKey: ['series-list', 'needs-fulfilment', series?.id],
    queryFn: ({ signal }) => {
      return adminGet('/series', seriesPage, { programId, limit: 200 }, signal);
    },
    enabled: programId !== undefined && series?.status !== 'draft',
  });
  return data?.items.find(item => item.id === series?.id)?.needsFulfilment ?? null;
}

export type SeriesChange = 'pause' | 'resume' | 'end';

/** POST /series/{id}/pause, /resume, /end (domain.md 3.2). Throws ApiProblem. */
export const changeSeries = (id: string, change: SeriesChange) =>
  adminCommand('POST', `/series/${id}/${change}`, publishedSeries, { body: {} });

/** To be called when a series has changed: every list and page that shows it reads it again. */
export function useSeriesChanged() {
  const queries = useQueryClient();
  return (id: string) => {
    void queries.invalidateQueries({ queryKey: ['series-list'] });
    void queries.invalidateQueries({ queryKey: seriesKey(id) });
    void queries.invalidateQueries({ queryKey: ['series-standing', id] });
  };
}
