import { z } from 'zod';
import { operation } from './operation.js';

/** The shop that a token is of, and what it sells in. */
export const shopFacts = operation<Record<string, never>>()({
  name: 'ShopFacts',
  document: `#graphql
    query ShopFacts {
      shop {
        myshopifyDomain
        currencyCode
      }
    }`,
  data: z.object({ shop: z.object({ myshopifyDomain: z.string(), currencyCode: z.string() }) }),
});
