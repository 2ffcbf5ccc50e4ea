import { z } from 'zod';

/** Closed loop of GETs, each with the next of the tokens. */
export const homeReadsInput = z.object({
  url: z.url(),
  tokens: z.array(z.string()),
  connections: z.int(),
  requests: z.int(),
});
export type HomeReadsInput = z.infer<typeof homeReadsInput>;

export const homeReadsAnswer = z.object({
  /** Answers with 200 and a home in them. */
  read: z.int(),
  /** Everything else. */
  failed: z.int(),
  example: z.string().nullable(),
  seconds: z.number(),
});
export type HomeReadsAnswer = z.infer<typeof homeReadsAnswer>;
