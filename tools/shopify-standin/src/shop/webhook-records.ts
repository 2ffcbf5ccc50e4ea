import { z } from 'zod';

/** What the app wants to be told of, and where. */
export const WebhookRecord = z.object({
  id: z.number(),
  topic: z.string(),
  uri: z.string(),
  includeFields: z.array(z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type WebhookRecord = z.infer<typeof WebhookRecord>;

/** One notice on its way to one subscription's address, with the body it had when it was triggered. */
export const DeliveryRecord = z.object({
  /** counted a shop, from 1 */
  id: z.number(),
  webhookId: z.number(),
  /** X-Shopify-Webhook-Id: the same each time that it is tried, and when it is sent twice */
  noticeId: z.string(),
  /** X-Shopify-Event-Id: the same for all that one thing in the shop triggered */
  eventId: z.string(),
  topic: z.string(),
  uri: z.string(),
  /** empty in memory once it is finished and old */
  body: z.string(),
  triggeredAt: z.number(),
  state: z.enum(['waiting', 'delivered', 'failed', 'lost']),
  attempts: z.number(),
  /** null: it is not tried any more */
  nextAt: z.number().nullable(),
  /** what the last attempt came to: an HTTP status, or why there is none */
  outcome: z.string().nullable(),
  attemptedAt: z.number().nullable(),
  /** that this is sent a second time on purpose */
  isCopy: z.boolean(),
});
export type DeliveryRecord = z.infer<typeof DeliveryRecord>;

/** What an attempt changes of a delivery. */
export const AttemptRecord = DeliveryRecord.pick({
  id: true,
  state: true,
  attempts: true,
  nextAt: true,
  outcome: true,
  attemptedAt: true,
});
export type AttemptRecord = z.infer<typeof AttemptRecord>;
