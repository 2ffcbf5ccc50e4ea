import { z } from 'zod';
import type { Api } from './api.js';

/** Every item of a list, page by page; `path` may have a query. */
export async function everyItem<Item>(
  api: Api,
  path: string,
  item: z.ZodType<Item>,
  limit = 200,
): Promise<Item[]> {
  const page = z.object({ items: z.array(item), nextCursor: z.string().nullable() });
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const query = `${path.includes('?') ? '&' : '?'}limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const answer: z.infer<typeof page> = await api.get(path + query, page);
    items.push(...answer.items);
    cursor = answer.nextCursor;
  } while (cursor !== null);
  return items;
}
