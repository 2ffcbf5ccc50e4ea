import { z } from 'zod';
import { actionCategory, actionLimit } from '../earning.js';
import { receiptStatus } from '../events/points/receipt-changed.js';
import { medal } from '../medal.js';
import { grantStatus } from '../reward.js';
import { id, instant, points } from '../scalars.js';

const tier = z.object({
  id,
  name: z.string(),
  threshold: points,
  medal,
  description: z.string(),
  unlockedAt: instant.nullable(),
  deficit: points,
  /** In words: "20% off". */
  rewards: z.array(z.string()),
});

/** A way to earn now: what it gives, and what of it is left. */
const wayToEarn = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('referral'),
    title: z.string(),
    /** What it gives, in words: "10 points for every 100 USD". */
    award: z.string(),
    code: z.string(),
    /** Null while the brand has no landing page for it: then the code alone is shared. */
    link: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('action'),
    id,
    title: z.string(),
    category: actionCategory,
    award: z.string(),
    points,
    limit: actionLimit.nullable(),
    /** How often it still earns in this period; null where nothing limits it. */
    left: z.int().nullable(),
    /** The post has to say that it is an advertisement, with one of these tags (2.3). */
    disclosureTags: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('campaign'),
    id,
    title: z.string(),
    award: z.string(),
    joinPoints: points,
    completionPoints: points,
    endsAt: instant,
    /** `open`: not joined yet. */
    state: z.enum(['open', 'joined', 'completed']),
  }),
]);

/** One line of "Lately": what happened, what it gave, and, where it gave nothing, why and what to do. */
const activityLine = z.object({
  eventId: z.string(),
  title: z.string(),
  status: receiptStatus,
  points: points.nullable(),
  explanation: z.string().nullable(),
  occurredAt: instant,
});

const rewardCard = z.object({
  id,
  tier: z.object({ id, name: z.string() }),
  cycle: z.int(),
  type: z.string(),
  title: z.string(),
  status: grantStatus,
  code: z.string().nullable(),
  expiresAt: instant.nullable(),
  orderName: z.string().nullable(),
  note: z.string().nullable(),
  tracking: z.string().nullable(),
});

/**
 * GET /api/portal/v1/home, and the data of every `progress`, `unlock` and `reward` event of the stream: always the
 * whole current state. `epoch.revision` is the stream's id; a reader keeps only what is newer.
 */
export const homeState = z
  .object({
    epoch: z.int(),
    revision: z.int(),
    brand: z.object({
      name: z.string(),
      slug: z.string(),
      accent: z.string().nullable(),
      currency: z.string(),
      timezone: z.string(),
    }),
    ambassador: z.object({ id, name: z.string(), code: z.string(), link: z.string() }),
    program: z.object({ id, name: z.string() }).nullable(),
    series: z.object({ id, name: z.string() }).nullable(),
    cycle: z.int(),
    points,
    pending: points,
    /** When the earliest hold ends; null when nothing is pending. */
    pendingUntil: instant.nullable(),
    currentTier: z.object({ id, name: z.string(), threshold: points, medal }).nullable(),
    nextTier: z
      .object({
        id,
        name: z.string(),
        threshold: points,
        medal,
        missing: points,
        rewards: z.array(z.string()),
      })
      .nullable(),
    tiers: z.array(tier),
    waysToEarn: z.array(wayToEarn),
    activity: z.array(activityLine),
    rewards: z.array(rewardCard),
  })
  .meta({ id: 'Home' });

export type HomeState = z.infer<typeof homeState>;
export type HomeTier = HomeState['tiers'][number];
export type ActivityLine = HomeState['activity'][number];
export type RewardCard = HomeState['rewards'][number];
export type WayToEarn = HomeState['waysToEarn'][number];

/** The names of the stream's events: which moment it is; the data is the same. */
export const streamEventName = z.enum(['progress', 'unlock', 'reward']);
export type StreamEventName = z.infer<typeof streamEventName>;
