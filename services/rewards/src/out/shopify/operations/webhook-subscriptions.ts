import { z } from 'zod';
import { operation } from './operation.js';

const userErrors = z.array(z.object({ field: z.array(z.string()).nullable(), message: z.string() }));

/** What a shop tells us of; the names are the schema's. */
export const subscribedTopics = [
  'ORDERS_PAID',
  'ORDERS_UPDATED',
  'REFUNDS_CREATE',
  'APP_UNINSTALLED',
] as const;

const subscription = z.object({ id: z.string(), topic: z.string(), uri: z.string() });

/** Of this app alone: Shopify shows no others'. */
export const listSubscriptions = operation<{ topics: readonly string[] }>()({
  name: 'ListWebhookSubscriptions',
  document: `#graphql
    query ListWebhookSubscriptions($topics: [WebhookSubscriptionTopic!]) {
      webhookSubscriptions(first: 50, topics: $topics) {
        nodes {
          id
          topic
          uri
        }
      }
    }`,
  data: z.object({ webhookSubscriptions: z.object({ nodes: z.array(subscription) }) }),
});

export const createSubscription = operation<{ topic: string; uri: string }>()({
  name: 'CreateWebhookSubscription',
  document: `#graphql
    mutation CreateWebhookSubscription($topic: WebhookSubscriptionTopic!, $uri: String!) {
      webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, format: JSON }) {
        userErrors {
          field
          message
        }
      }
    }`,
  data: z.object({ webhookSubscriptionCreate: z.object({ userErrors }) }),
});

export const updateSubscription = operation<{ id: string; uri: string }>()({
  name: 'UpdateWebhookSubscription',
  document: `#graphql
    mutation UpdateWebhookSubscription($id: ID!, $uri: String!) {
      webhookSubscriptionUpdate(id: $id, webhookSubscription: { uri: $uri }) {
        userErrors {
          field
          message
        }
      }
    }`,
  data: z.object({ webhookSubscriptionUpdate: z.object({ userErrors }) }),
});
