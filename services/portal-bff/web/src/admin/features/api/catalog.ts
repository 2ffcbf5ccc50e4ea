import { brandView } from '@cairn/contracts/http/brand';
import { codePoolItem } from '@cairn/contracts/http/code-pool';
import { pageOf } from '@cairn/contracts/http/page';
import { programItem } from '@cairn/contracts/http/program';
import { shopItem, variantItem } from '@cairn/contracts/http/shop';
import { useQuery } from '@tanstack/react-query';
import { adminGet } from './admin-call.js';
import { everyPage } from './every-page.js';

/** What several pages pick from; each is read once and kept a minute. */
const staleTime = 60_000;

const programPage = pageOf(programItem);
const poolPage = pageOf(codePoolItem);
const shopPage = pageOf(shopItem);

/** GET /brand: currency, time zone, accent. */
export function useBrandSettings() {
  return useQuery({
    queryKey: ['brand-settings'],
    queryFn: ({ signal }) => adminGet('/brand', brandView, {}, signal),
    staleTime,
  });
}

/** GET /programs, all of them. */
export function usePrograms() {
  return useQuery({
    queryKey: ['programs'],
    queryFn: ({ signal }) => everyPage(page => adminGet('/programs', programPage, page, signal)),
    staleTime,
  });
}

/** GET /code-pools, all of them. */
export function useCodePools() {
  return useQuery({
    queryKey: ['code-pools'],
    queryFn: ({ signal }) => everyPage(page => adminGet('/code-pools', poolPage, page, signal)),
    staleTime,
  });
}

/** GET /shops, all of them; asked for again `every` so many milliseconds. */
export function useShops(every: number | false = false) {
  return useQuery({
    queryKey: ['shops'],
    queryFn: ({ signal }) => everyPage(page => adminGet('/shops', shopPage, page, signal)),
    staleTime,
    refetchInterval: every,
  });
}

/** Those that codes and orders can be made in, the primary one first. */
export function useConnectedShops() {
  const { data, ...query } = useShops();
  return { ...query, data: data?.filter(({ status }) => status === 'connected') };
}

/** GET /shops/{id}/variants?query=: what the connected shop sells, by words. */
export function useVariants(shopId: string | undefined, query: string) {
  return useQuery({
    queryKey: ['variants', shopId, query],
    queryFn: ({ signal }) => adminGet(`/shops/${shopId}/variants`, pageOf(variantItem), { query }, signal),
    enabled: shopId !== undefined,
    placeholderData: before => before,
    staleTime,
  });
}
