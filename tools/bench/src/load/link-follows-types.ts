import { z } from 'zod';

/** Closed loop: each connection follows its next link when it has its redirect. */
export const linkFollowsInput = z.object({
  /** Up to the code. */
  url: z.url(),
  codes: z.array(z.string()),
  connections: z.int(),
  requests: z.int(),
});
export type LinkFollowsInput = z.infer<typeof linkFollowsInput>;

export const linkFollowsAnswer = z.object({
  /** Redirects with the id of a click. */
  clicks: z.int(),
  /** Everything else. */
  failed: z.int(),
  example: z.string().nullable(),
  seconds: z.number(),
});
export type LinkFollowsAnswer = z.infer<typeof linkFollowsAnswer>;
