import { z } from 'zod';
import { medal } from './medal.js';
import { reward } from './reward.js';
import { id, points } from './scalars.js';

/** A tier of a published series version (domain.md 3.3). It keeps its id through versions. */
export const tier = z.object({
  id,
  name: z.string().min(1).max(100),
  threshold: points.min(1),
  medal,
  description: z.string().max(2000),
  email: z.object({ subject: z.string().min(1).max(300), body: z.string().min(1).max(50_000) }).nullable(),
  rewards: z.array(reward).max(10),
});

export type Tier = z.infer<typeof tier>;

/** What happens when the last tier unlocks (domain.md 3.7). What a request may say is in http/series.ts. */
export const completion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stay') }),
  z.object({ kind: z.literal('repeat'), maxCycles: z.int().min(1).nullable(), carryOver: z.boolean() }),
  z.object({ kind: z.literal('promote'), programId: id }),
]);

/** A span of time `[from, to)`; `to` null while it is open. */
export const period = z.object({ from: z.string(), to: z.string().nullable() });

export type Period = z.infer<typeof period>;
