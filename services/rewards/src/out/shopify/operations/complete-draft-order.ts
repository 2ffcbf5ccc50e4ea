import { z } from 'zod';
import { draftOrder, draftOrderFields, plainErrors } from './draft-order.js';
import { operation } from './operation.js';

/** Makes the draft an order. Shopify does so once; for one that is completed it answers a user error. */
export const completeDraftOrder = operation<{ id: string }>()({
  name: 'CompleteDraftOrder',
  document: `#graphql
    mutation CompleteDraftOrder($id: ID!) {
      draftOrderComplete(id: $id) {
        draftOrder {${draftOrderFields}
        }
        userErrors {
          field
          message
        }
      }
    }`,
  data: z.object({
    draftOrderComplete: z.object({ draftOrder: draftOrder.nullable(), userErrors: plainErrors }),
  }),
});
