import { z } from 'zod';

export const replayInput = z.object({
  databaseUrl: z.url(),
  /** Of `record-statements.ts`. */
  recording: z.string(),
  connections: z.int(),
});

export const replayAnswer = z.object({
  /** From the first BEGIN to the last COMMIT. */
  seconds: z.number(),
  chunks: z.int(),
  /** Statements of one chunk, BEGIN and COMMIT among them, on average. */
  statementsAChunk: z.number(),
});
