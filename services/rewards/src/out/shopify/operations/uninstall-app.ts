import { z } from 'zod';
import { plainErrors } from './draft-order.js';
import { operation } from './operation.js';

/** Takes the app out of the shop: its token is void from then on. */
export const uninstallApp = operation<Record<string, never>>()({
  name: 'UninstallApp',
  document: `#graphql
    mutation UninstallApp {
      appUninstall {
        userErrors {
          field
          message
        }
      }
    }`,
  data: z.object({ appUninstall: z.object({ userErrors: plainErrors }) }),
});
