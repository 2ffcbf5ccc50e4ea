import { z } from 'zod';

const stream = z.object({
  externalId: z.string(),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
});

/** Open loop: a sale is sent when its time has come, whatever became of those before it. */
export const openLoopInput = z.object({
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  /** Sales a second. */
  rate: z.number(),
  seconds: z.number(),
  prefix: z.string(),
  ambassadors: z.array(z.string()),
  /** Ambassadors with an open stream; every fifth sale is one of theirs. */
  watched: z.array(stream),
});
export type OpenLoopInput = z.infer<typeof openLoopInput>;

export const openLoopAnswer = z.object({
  sent: z.int(),
  accepted: z.int(),
  /** When the first sale was due, milliseconds since 1970. */
  startedAt: z.number(),
  /** How much later than due the generator itself sent, 99th percentile in milliseconds: its own limit. */
  late: z.number(),
  /** Milliseconds from when a watched sale was due to the first frame that includes it. */
  latencies: z.array(z.number()),
  /** Watched sales that no frame showed. */
  unseen: z.int(),
});
export type OpenLoopAnswer = z.infer<typeof openLoopAnswer>;
