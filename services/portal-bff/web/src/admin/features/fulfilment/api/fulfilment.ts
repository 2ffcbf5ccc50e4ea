import { bulkAnswer, fulfilmentCounts } from '@cairn/contracts/http/fulfilment';
import { pageOf } from '@cairn/contracts/http/page';
import type { RewardInput } from '@cairn/contracts/http/reward-input';
import { fulfilmentItem } from '@cairn/contracts/http/reward-item';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCommand, adminGet, adminPath } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';
import { useCan } from '../../session/use-me.js';
import type { Deed } from '../what-to-do.js';

const itemPage = pageOf(fulfilmentItem);

export interface FulfilmentFilters {
  status?: string;
  type?: string;
  seriesId?: string;
  ambassadorId?: string;
}

/** GET /fulfilment: newest first; without a status everything that waits for somebody. */
export function useQueue(filters: FulfilmentFilters) {
  return usePages(['fulfilment', filters], (cursor, signal) =>
    adminGet('/fulfilment', itemPage, { ...filters, cursor, limit: 50 }, signal),
  );
}

/** GET /fulfilment/counts, asked again every half a minute: the rail shows it on every page. */
export function useFulfilmentCounts() {
  const canRead = useCan('read');
  return useQuery({
    queryKey: ['fulfilment-counts'],
    queryFn: ({ signal }) => adminGet('/fulfilment/counts', fulfilmentCounts, {}, signal),
    refetchInterval: 30_000,
    enabled: canRead,
  });
}

/** How many rewards wait for somebody; null until it is known. */
export const useWaitingCount = () => useFulfilmentCounts().data?.waiting ?? null;

export interface DeedWords {
  note?: string;
  tracking?: string;
}

/** POST /fulfilment/{id}/{deed}: answers the reward as it is then. Throws ApiProblem. */
export const doDeed = (id: string, deed: Deed, words: DeedWords = {}) =>
  adminCommand('POST', `/fulfilment/${encodeURIComponent(id)}/${deed}`, fulfilmentItem, { body: words });

/** POST /fulfilment/{id}/replace: answers the reward as it is then. Throws ApiProblem. */
export const replaceReward = (id: string, reward: RewardInput) =>
  adminCommand('POST', `/fulfilment/${encodeURIComponent(id)}/replace`, fulfilmentItem, { body: { reward } });

/** What one call of the bulk takes. */
const MOST = 500;

/** POST /fulfilment/bulk: each on its own; what could not be done is in `refused`. Throws ApiProblem. */
export async function doMany(ids: readonly string[], action: Deed, words: DeedWords = {}) {
  const all: { done: string[]; refused: { id: string; code: string; detail: string }[] } = {
    done: [],
    refused: [],
  };
  for (let from = 0; from < ids.length; from += MOST) {
    const body = { ids: ids.slice(from, from + MOST), action, ...words };
    const answer = await adminCommand('POST', '/fulfilment/bulk', bulkAnswer, { body });
    all.done.push(...answer.done);
    all.refused.push(...answer.refused);
  }
  return all;
}

/** GET /fulfilment.csv of what the filters show. */
export const csvPath = (filters: FulfilmentFilters) => adminPath('/fulfilment.csv', { ...filters });

/** To be called when rewards have changed: the queue, its counts, and the lists that count them read again. */
export function useFulfilmentChanged() {
  const queries = useQueryClient();
  return () => {
    for (const key of [
      'fulfilment',
      'fulfilment-counts',
      'series-list',
      'ambassador-rewards',
      'code-pools',
    ]) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
