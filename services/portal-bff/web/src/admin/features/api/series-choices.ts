import { pageOf } from '@cairn/contracts/http/page';
import { type SeriesItem, seriesItem } from '@cairn/contracts/http/series';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { adminGet } from './admin-call.js';
import { everyPage } from './every-page.js';

const seriesPage = pageOf(seriesItem);

/** GET /series, all of them: names to pick from, and whose tiers have which stones. */
export function useSeriesChoices() {
  return useQuery({
    queryKey: ['series-choices'],
    queryFn: ({ signal }) => everyPage(page => adminGet('/series', seriesPage, page, signal)),
    staleTime: 60_000,
  });
}

export interface KnownTier {
  medal: SeriesItem['tiers'][number]['medal'];
  /** Its place in its series, from 0: which stone it is. */
  index: number;
}

/** Every tier that a series of today has, by its id; one that was removed since has no stone. */
export function useKnownTiers(): ReadonlyMap<string, KnownTier> {
  const { data } = useSeriesChoices();
  return useMemo(
    () => new Map(data?.flatMap(({ tiers }) => tiers.map(({ id, medal }, index) => [id, { medal, index }]))),
    [data],
  );
}

/** The name of each series by its id. */
export function useSeriesNames(): ReadonlyMap<string, string> {
  const { data } = useSeriesChoices();
  return useMemo(() => new Map(data?.map(({ id, name }) => [id, name])), [data]);
}
