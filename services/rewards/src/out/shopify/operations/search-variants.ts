import { z } from 'zod';
import { operation } from './operation.js';
import { variant, variantFields } from './variant.js';

/** A shop's variants, by a search of theirs (null: all). */
export const searchVariants = operation<{ query: string | null; first: number; after: string | null }>()({
  name: 'SearchVariants',
  document: `#graphql
    query SearchVariants($query: String, $first: Int!, $after: String) {
      productVariants(query: $query, first: $first, after: $after) {
        nodes {${variantFields}
          product {
            id
            title
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  data: z.object({
    productVariants: z.object({
      nodes: z.array(variant.extend({ product: z.object({ id: z.string(), title: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
