import { z } from 'zod';
import { operation } from './operation.js';

const draftOrderPage = z.object({
  nodes: z.array(z.object({ id: z.string(), status: z.string(), tags: z.array(z.string()) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

export type DraftOrderPage = z.infer<typeof draftOrderPage>;

/** Draft orders by a search, oldest first: only to find those that are left over, so a late index does no harm. */
export const listDraftOrders = operation<{ query: string; first: number; after: string | null }>()({
  name: 'ListDraftOrders',
  document: `#graphql
    query ListDraftOrders($query: String!, $first: Int!, $after: String) {
      draftOrders(query: $query, first: $first, after: $after) {
        nodes {
          id
          status
          tags
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  data: z.object({ draftOrders: draftOrderPage }),
});
