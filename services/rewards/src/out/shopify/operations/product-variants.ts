import { z } from 'zod';
import { operation } from './operation.js';
import { variant, variantFields } from './variant.js';

/** The product of a variant with its variants, the first hundred. */
export const productVariants = operation<{ id: string }>()({
  name: 'ProductVariants',
  document: `#graphql
    query ProductVariants($id: ID!) {
      productVariant(id: $id) {
        product {
          id
          title
          variants(first: 100) {
            nodes {${variantFields}
            }
          }
        }
      }
    }`,
  data: z.object({
    productVariant: z
      .object({
        product: z.object({
          id: z.string(),
          title: z.string(),
          variants: z.object({ nodes: z.array(variant) }),
        }),
      })
      .nullable(),
  }),
});
