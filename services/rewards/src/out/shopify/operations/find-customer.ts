import { z } from 'zod';
import { operation } from './operation.js';

/** The shop's own customer with this e-mail, whom we leave as they are. */
export const findCustomer = operation<{ email: string }>()({
  name: 'FindCustomer',
  document: `#graphql
    query FindCustomer($email: String!) {
      customerByIdentifier(identifier: { emailAddress: $email }) {
        id
      }
    }`,
  data: z.object({ customerByIdentifier: z.object({ id: z.string() }).nullable() }),
});
