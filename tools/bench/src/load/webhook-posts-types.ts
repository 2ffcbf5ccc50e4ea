import { z } from 'zod';

export const webhookPostsInput = z.object({
  url: z.url(),
  /** The app's, by which a shop signs. */
  secret: z.string(),
  /** Ambassadors' codes: one is used at each order's checkout. */
  codes: z.array(z.string()),
  connections: z.int(),
  requests: z.int(),
  /** Webhooks a second, each sent when it is due; null: each connection sends its next when it has its answer. */
  rate: z.number().nullable(),
  /** Orders are numbered from the one after it. */
  after: z.int(),
});
export type WebhookPostsInput = z.infer<typeof webhookPostsInput>;

export const webhookPostsAnswer = z.object({
  /** Of those that were taken: milliseconds to the answer from when a webhook was due, or sent in closed loop. */
  latencies: z.array(z.number()),
  failed: z.int(),
  example: z.string().nullable(),
  seconds: z.number(),
});
export type WebhookPostsAnswer = z.infer<typeof webhookPostsAnswer>;
