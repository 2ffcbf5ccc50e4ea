import type { Page } from '@cairn/contracts/http/page';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

/** A list by cursor: its items so far, and how to have more. What was shown stays while a filter changes. */
export function usePages<Item>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return { ...query, items: query.data?.pages.flatMap(page => page.items) };
}

export type Pages<Item> = ReturnType<typeof usePages<Item>>;
