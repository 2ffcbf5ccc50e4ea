import { z } from 'zod';
import { operation } from './operation.js';

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

const changedPage = z.object({ nodes: z.array(z.object({ id: z.string() })), pageInfo });

export type ChangedPage = z.infer<typeof changedPage>;

/** Orders that changed, by a search, the longest ago first. */
export const listChangedOrders = operation<{ query: string; first: number; after: string | null }>()({
  name: 'ListChangedOrders',
  document: `#graphql
    query ListChangedOrders($query: String!, $first: Int!, $after: String) {
      orders(query: $query, first: $first, after: $after, sortKey: UPDATED_AT) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  data: z.object({ orders: changedPage }),
});

const money = z.object({ shopMoney: z.object({ amount: z.string() }) });
const more = z.object({ hasNextPage: z.boolean() });

const listedOrder = z.object({
  legacyResourceId: z.string(),
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  test: z.boolean(),
  tags: z.array(z.string()),
  currencyCode: z.string(),
  taxesIncluded: z.boolean(),
  displayFinancialStatus: z.string().nullable(),
  email: z.string().nullable(),
  discountCodes: z.array(z.string()),
  customAttributes: z.array(z.object({ key: z.string(), value: z.string().nullable() })),
  customer: z.object({ legacyResourceId: z.string() }).nullable(),
  customerJourneySummary: z
    .object({ lastVisit: z.object({ landingPage: z.string().nullable() }).nullable() })
    .nullable(),
  lineItems: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        quantity: z.int(),
        currentQuantity: z.int(),
        originalUnitPriceSet: money,
        discountAllocations: z.array(z.object({ allocatedAmountSet: money })),
        taxLines: z.array(z.object({ priceSet: money })),
      }),
    ),
    pageInfo: more,
  }),
  refunds: z.array(
    z.object({
      legacyResourceId: z.string(),
      createdAt: z.string().nullable(),
      refundLineItems: z.object({
        nodes: z.array(
          z.object({
            quantity: z.int(),
            lineItem: z.object({ id: z.string() }),
            subtotalSet: money,
            totalTaxSet: money,
          }),
        ),
        pageInfo: more,
      }),
    }),
  ),
});

export type ListedOrder = z.infer<typeof listedOrder>;

/** Refunds that are read of one order, at most. */
export const mostRefunds = 10;

/** One order with all that its net amount and its referrer are found from; under Shopify's 1,000 points a query. */
export const readOrder = operation<{ id: string }>()({
  name: 'ReadOrder',
  document: `#graphql
    query ReadOrder($id: ID!) {
      order(id: $id) {
        legacyResourceId
        name
        createdAt
        updatedAt
        test
        tags
        currencyCode
        taxesIncluded
        displayFinancialStatus
        email
        discountCodes
        customAttributes {
          key
          value
        }
        customer {
          legacyResourceId
        }
        customerJourneySummary {
          lastVisit {
            landingPage
          }
        }
        lineItems(first: 100) {
          nodes {
            id
            quantity
            currentQuantity
            originalUnitPriceSet {
              shopMoney {
                amount
              }
            }
            discountAllocations {
              allocatedAmountSet {
                shopMoney {
                  amount
                }
              }
            }
            taxLines {
              priceSet {
                shopMoney {
                  amount
                }
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        refunds(first: 10) {
          legacyResourceId
          createdAt
          refundLineItems(first: 20) {
            nodes {
              quantity
              lineItem {
                id
              }
              subtotalSet {
                shopMoney {
                  amount
                }
              }
              totalTaxSet {
                shopMoney {
                  amount
                }
              }
            }
            pageInfo {
              hasNextPage
            }
          }
        }
      }
    }`,
  data: z.object({ order: listedOrder.nullable() }),
});
