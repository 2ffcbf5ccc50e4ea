import { z } from 'zod';
import { operation } from './operation.js';
import { userErrors } from './user-errors.js';

/** `DiscountCodeBasicInput`, as far as we use it. Amounts are decimal strings, instants RFC 3339. */
export interface DiscountCodeBasicInput {
  title: string;
  code: string;
  startsAt: string;
  endsAt: string | null;
  usageLimit: number;
  appliesOncePerCustomer: boolean;
  context: { customers: { add: string[] } };
  customerGets: {
    items: { all: true };
    value: { percentage: number } | { discountAmount: { amount: string; appliesOnEachItem: boolean } };
  };
  minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: string } } | null;
}

/** One code, for one customer, once. A code that exists already is the user error TAKEN. */
export const createDiscountCode = operation<{ discount: DiscountCodeBasicInput }>()({
  name: 'CreateDiscountCode',
  document: `#graphql
    mutation CreateDiscountCode($discount: DiscountCodeBasicInput!) {
      discountCodeBasicCreate(basicCodeDiscount: $discount) {
        codeDiscountNode {
          id
        }
        userErrors {
          field
          message
          code
        }
      }
    }`,
  data: z.object({
    discountCodeBasicCreate: z.object({
      codeDiscountNode: z.object({ id: z.string() }).nullable(),
      userErrors,
    }),
  }),
});
