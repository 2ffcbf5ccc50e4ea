import { z } from 'zod';
import { operation } from './operation.js';

/** Who has a code: read by the code itself, never by a search, which is indexed late. */
export const findDiscountCode = operation<{ code: string }>()({
  name: 'FindDiscountCode',
  document: `#graphql
    query FindDiscountCode($code: String!) {
      codeDiscountNodeByCode(code: $code) {
        id
        codeDiscount {
          ... on DiscountCodeBasic {
            title
          }
        }
      }
    }`,
  data: z.object({
    codeDiscountNodeByCode: z
      .object({ id: z.string(), codeDiscount: z.object({ title: z.string().optional() }) })
      .nullable(),
  }),
});
