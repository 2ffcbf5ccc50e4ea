import { z } from 'zod';
import { plainErrors } from './draft-order.js';
import { operation } from './operation.js';

export const deleteDraftOrder = operation<{ id: string }>()({
  name: 'DeleteDraftOrder',
  document: `#graphql
    mutation DeleteDraftOrder($id: ID!) {
      draftOrderDelete(input: { id: $id }) {
        deletedId
        userErrors {
          field
          message
        }
      }
    }`,
  data: z.object({
    draftOrderDelete: z.object({ deletedId: z.string().nullable(), userErrors: plainErrors }),
  }),
});
