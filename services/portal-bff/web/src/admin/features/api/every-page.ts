import type { Page } from '@cairn/contracts/http/page';

const MOST_PAGES = 20;

/** All items of a list that a picker offers as a whole (programs, pools): at most 20 pages of 200. */
export async function everyPage<Item>(
  fetchPage: (page: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await fetchPage({ limit: 200, cursor });
    items.push(...answer.items);
    if (answer.nextCursor === null) break;
    cursor = answer.nextCursor;
  }
  return items;
}
