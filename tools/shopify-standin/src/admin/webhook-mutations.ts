import { allows } from '../oauth/scopes.js';
import type { WebhookRecord } from '../shop/webhook-records.js';
import { topicOf } from '../webhooks/topics.js';
import { notImplemented, refuseUnbuilt, type UserError } from './errors.js';
import type { ShopContext } from './roots.js';
import { webhookById, webhookNode } from './webhooks.js';

export interface WebhookInput {
  uri?: string | null;
  /** deprecated at Shopify, still taken */
  callbackUrl?: string | null;
  format?: string | null;
  includeFields?: string[] | null;
}

const BUILT = ['uri', 'callbackUrl', 'format', 'includeFields'];
const MISSING = { field: ['id'], message: 'Webhook subscription does not exist' };

/** The mutations about subscriptions. @throws GraphQLError for topics that are never sent */
export function webhookMutations(context: ShopContext) {
  const { shop, clock } = context;
  return {
    webhookSubscriptionCreate: (args: { topic: string; webhookSubscription: WebhookInput }) => {
      const { topic, webhookSubscription: input } = args;
      refuseUnbuiltParts(context, topic, input);
      const errors = [...topicErrors(context, topic), ...addressErrors(context, topic, input, undefined)];
      if (errors.length > 0) return { webhookSubscription: null, userErrors: errors };
      const now = clock();
      const record: WebhookRecord = {
        id: shop.nextId,
        topic,
        uri: addressOf(input) ?? '',
        includeFields: input.includeFields ?? [],
        createdAt: now,
        updatedAt: now,
      };
      return { webhookSubscription: webhookNode(shop.putWebhook(record)), userErrors: [] };
    },
    webhookSubscriptionUpdate: (args: { id: string; webhookSubscription: WebhookInput }) => {
      const before = webhookById(shop, args.id);
      if (!before) return { webhookSubscription: null, userErrors: [MISSING] };
      const { webhookSubscription: input } = args;
      refuseUnbuiltParts(context, before.topic, input);
      const uri = addressOf(input) ?? before.uri;
      const errors = addressErrors(context, before.topic, { uri }, before);
      if (errors.length > 0) return { webhookSubscription: null, userErrors: errors };
      const includeFields = input.includeFields ?? before.includeFields;
      const after = shop.putWebhook({ ...before, uri, includeFields, updatedAt: clock() });
      return { webhookSubscription: webhookNode(after), userErrors: [] };
    },
    webhookSubscriptionDelete: ({ id }: { id: string }) => {
      const webhook = webhookById(shop, id);
      if (!webhook) return { deletedWebhookSubscriptionId: null, userErrors: [MISSING] };
      shop.deleteWebhook(webhook.id);
      return { deletedWebhookSubscriptionId: id, userErrors: [] };
    },
  };
}

function refuseUnbuiltParts({ hasApp }: ShopContext, topic: string, input: WebhookInput): void {
  if (!hasApp) throw notImplemented('webhooks without APP_KEY and APP_SECRET');
  if (!topicOf(topic)) throw notImplemented(`webhooks of ${topic}`);
  refuseUnbuilt('WebhookSubscriptionInput', input, BUILT);
  if (input.format && input.format !== 'JSON') throw notImplemented(`webhooks in ${input.format}`);
  const protocol = /^[a-z-]+:/.exec(addressOf(input) ?? '')?.[0];
  if (protocol === 'arn:' || protocol === 'pubsub:') throw notImplemented(`webhooks to ${protocol}`);
}

function topicErrors({ scopes }: ShopContext, topic: string): UserError[] {
  const { header, scope } = topicOf(topic) ?? { header: topic, scope: null };
  if (scope === null || allows(scopes, scope)) return [];
  return [
    { field: null, message: `You do not have permission to create or update webhooks with ${header} topic` },
  ];
}

/** Plain HTTP is taken, unlike at Shopify: apps on this machine have no certificate. */
function addressErrors(
  { shop }: ShopContext,
  topic: string,
  input: WebhookInput,
  own: WebhookRecord | undefined,
): UserError[] {
  const field = ['webhookSubscription', 'callbackUrl'];
  const uri = addressOf(input);
  if (!uri) return [{ field, message: "Address can't be blank" }];
  if (!URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol))
    return [{ field, message: 'Address is invalid' }];
  const isTaken = [...shop.webhooks.values()].some(
    webhook => webhook.topic === topic && webhook.uri === uri && webhook.id !== own?.id,
  );
  return isTaken ? [{ field, message: 'Address for this topic has already been taken' }] : [];
}

function addressOf({ uri, callbackUrl }: WebhookInput): string | null | undefined {
  return uri ?? callbackUrl;
}
