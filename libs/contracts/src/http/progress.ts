import { z } from 'zod';
import { medal } from '../medal.js';
import { id, instant, points } from '../scalars.js';

const named = z.object({ id, name: z.string() });

const tierProgress = z.object({
  id,
  name: z.string(),
  threshold: points,
  medal,
  unlockedAt: instant.nullable(),
  /** Points by which progress has fallen under an unlocked tier again (domain.md 3.6). */
  deficit: points,
});

/** GET /ambassadors/{id}/progress: the current cycle. Points are integers. */
export const progress = z
  .object({
    program: named.nullable(),
    series: named.nullable(),
    cycle: z.int(),
    points,
    pending: points,
    currentTier: z.object({ id, name: z.string(), threshold: points, medal }).nullable(),
    /** `rewards` in words, such as "20% off". */
    nextTier: z
      .object({ id, name: z.string(), threshold: points, missing: points, rewards: z.array(z.string()) })
      .nullable(),
    tiers: z.array(tierProgress),
    version: z.int(),
  })
  .meta({ id: 'Progress' });

/** GET /ambassadors/{id}/balance. */
export const balance = z
  .object({ available: points, pending: points, version: z.int() })
  .meta({ id: 'Balance' });

/** GET /ambassadors/{id}/unlocks, one item. */
export const unlockItem = z
  .object({ series: named, cycle: z.int(), tier: named, unlockedAt: instant })
  .meta({ id: 'Unlock' });

export type Progress = z.infer<typeof progress>;
export type TierProgress = z.infer<typeof tierProgress>;
export type Balance = z.infer<typeof balance>;
export type UnlockItem = z.infer<typeof unlockItem>;
