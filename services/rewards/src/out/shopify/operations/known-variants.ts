import { z } from 'zod';
import { operation } from './operation.js';

/** Which of these ids are variants of the shop; the others are null, or something else. */
export const knownVariants = operation<{ ids: string[] }>()({
  name: 'KnownVariants',
  document: `#graphql
    query KnownVariants($ids: [ID!]!) {
      nodes(ids: $ids) {
        __typename
        id
      }
    }`,
  data: z.object({ nodes: z.array(z.object({ __typename: z.string(), id: z.string() }).nullable()) }),
});
