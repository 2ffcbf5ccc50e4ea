import { shopifyInstant } from '../clock.js';
import type { Shop } from '../shop/shop.js';
import type { WebhookRecord } from '../shop/webhook-records.js';
import { type ConnectionArguments, connection } from './connection.js';
import { notImplemented } from './errors.js';
import { fromGid, toGid } from './gid.js';
import type { ShopContext } from './roots.js';
import { API_VERSION } from './schema.js';

type ListArguments = ConnectionArguments & {
  topics?: string[] | null;
  uri?: string | null;
  callbackUrl?: string | null;
  format?: string | null;
  query?: string | null;
};

/** The fields of QueryRoot about subscriptions. */
export function webhookQueries({ shop }: ShopContext) {
  return {
    webhookSubscription: ({ id }: { id: string }) => {
      const webhook = webhookById(shop, id);
      return webhook ? webhookNode(webhook) : null;
    },
    webhookSubscriptions: (args: ListArguments) => {
      if (args.query) throw notImplemented('webhookSubscriptions search');
      const { topics } = args;
      const uri = args.uri ?? args.callbackUrl;
      const fits = (webhook: WebhookRecord) =>
        (!topics || topics.includes(webhook.topic)) &&
        (!uri || webhook.uri === uri) &&
        (!args.format || args.format === 'JSON');
      return connection([...shop.webhooks.values()].filter(fits), args, webhookNode);
    },
    webhookSubscriptionsCount: () => ({ count: shop.webhooks.size, precision: 'EXACT' }),
  };
}

export function webhookById(shop: Shop, gid: string): WebhookRecord | undefined {
  const id = fromGid('WebhookSubscription', gid);
  return id === null ? undefined : shop.webhooks.get(id);
}

/** `WebhookSubscription` of the schema. */
export function webhookNode(webhook: WebhookRecord) {
  const { id, topic, uri, includeFields, createdAt, updatedAt } = webhook;
  return {
    __typename: 'WebhookSubscription',
    id: toGid('WebhookSubscription', id),
    legacyResourceId: String(id),
    topic,
    uri,
    callbackUrl: uri,
    endpoint: { __typename: 'WebhookHttpEndpoint', callbackUrl: uri },
    format: 'JSON',
    includeFields,
    metafieldNamespaces: [],
    metafields: [],
    filter: null,
    name: null,
    apiVersion: { handle: API_VERSION, displayName: API_VERSION, supported: true },
    createdAt: shopifyInstant(createdAt),
    updatedAt: shopifyInstant(updatedAt),
  };
}
