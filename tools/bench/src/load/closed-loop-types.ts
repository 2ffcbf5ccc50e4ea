import { z } from 'zod';

/** Closed loop: each connection sends its next request when it has its answer. */
export const closedLoopInput = z.object({
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  connections: z.int(),
  requests: z.int(),
  eventsARequest: z.int(),
  /** Begins every event id, so that no id is sent twice in a run. */
  prefix: z.string(),
  ambassadors: z.array(z.string()),
});
export type ClosedLoopInput = z.infer<typeof closedLoopInput>;

export const closedLoopAnswer = z.object({
  accepted: z.int(),
  /** Answers other than 202, or without everything accepted. */
  refused: z.int(),
  /** Broken connections and time-outs. */
  failed: z.int(),
  /** The first refusal, for the reader. */
  example: z.string().nullable(),
  seconds: z.number(),
});
export type ClosedLoopAnswer = z.infer<typeof closedLoopAnswer>;
