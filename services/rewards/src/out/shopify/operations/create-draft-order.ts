import { z } from 'zod';
import { draftOrder, draftOrderFields, plainErrors } from './draft-order.js';
import { operation } from './operation.js';

/** `DraftOrderInput`, as far as we use it. */
export interface DraftOrderInput {
  lineItems: [
    {
      variantId: string;
      quantity: number;
      appliedDiscount: { title: string; value: number; valueType: 'PERCENTAGE' };
    },
  ];
  email: string;
  note: string;
  tags: string[];
  shippingAddress: MailingAddressInput;
  acceptAutomaticDiscounts: boolean;
}

export interface MailingAddressInput {
  firstName: string;
  lastName: string | null;
  address1: string;
  address2: string | null;
  city: string;
  provinceCode?: string;
  province?: string;
  zip: string;
  countryCode: string;
  phone: string | null;
}

/** A draft is no order: two of them for one grant are harmless as long as one is completed. */
export const createDraftOrder = operation<{ input: DraftOrderInput }>()({
  name: 'CreateDraftOrder',
  document: `#graphql
    mutation CreateDraftOrder($input: DraftOrderInput!) {
      draftOrderCreate(input: $input) {
        draftOrder {${draftOrderFields}
        }
        userErrors {
          field
          message
        }
      }
    }`,
  data: z.object({
    draftOrderCreate: z.object({ draftOrder: draftOrder.nullable(), userErrors: plainErrors }),
  }),
});
