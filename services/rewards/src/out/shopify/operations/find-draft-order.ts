import { z } from 'zod';
import { draftOrder, draftOrderFields } from './draft-order.js';
import { operation } from './operation.js';

/** A draft by its id, never by a search, which is indexed late. */
export const findDraftOrder = operation<{ id: string }>()({
  name: 'FindDraftOrder',
  document: `#graphql
    query FindDraftOrder($id: ID!) {
      draftOrder(id: $id) {${draftOrderFields}
      }
    }`,
  data: z.object({ draftOrder: draftOrder.nullable() }),
});
