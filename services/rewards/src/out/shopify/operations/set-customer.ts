import { z } from 'zod';
import { operation } from './operation.js';
import { userErrors } from './user-errors.js';

/** Makes a customer, or finds the one that somebody made meanwhile: an upsert by e-mail, safe to send again. */
export const setCustomer = operation<{ email: string; firstName: string; lastName: string | null }>()({
  name: 'SetCustomer',
  document: `#graphql
    mutation SetCustomer($email: String!, $firstName: String!, $lastName: String) {
      customerSet(
        identifier: { email: $email }
        input: { email: $email, firstName: $firstName, lastName: $lastName }
      ) {
        customer {
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
    customerSet: z.object({ customer: z.object({ id: z.string() }).nullable(), userErrors }),
  }),
});
