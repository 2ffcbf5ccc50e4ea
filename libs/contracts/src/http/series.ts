import { z } from 'zod';
import { seriesStatus } from '../events/catalog/series-changed.js';
import { medal } from '../medal.js';
import { reward } from '../reward.js';
import { id, instant, points } from '../scalars.js';
import { completion } from '../tier.js';
import { rewardInput } from './reward-input.js';

const tierInput = z.strictObject({
  id: id.optional(),
  name: z.string().trim().min(1).max(100),
  threshold: points.min(1),
  medal,
  description: z.string().max(2000).default(''),
  email: z
    .strictObject({ subject: z.string().trim().min(1).max(300), body: z.string().min(1).max(50_000) })
    .nullable()
    .default(null),
  rewards: z.array(rewardInput).max(10).default([]),
});

/** What happens at the top (domain.md 3.7); `maxCycles` counts the first too, null: unlimited. */
const completionInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stay') }),
  z.strictObject({
    kind: z.literal('repeat'),
    maxCycles: z.int().min(1).max(1_000_000).nullable().default(null),
    carryOver: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('promote'), programId: id }),
]);

const ascending = (tiers: { threshold: number }[]) =>
  tiers.every((tier, i) => i === 0 || tier.threshold > tiers[i - 1]!.threshold);

const fields = {
  name: z.string().trim().min(1).max(200),
  category: z.string().trim().min(1).max(100),
  programIds: z.array(id).min(1).max(50),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  completion: completionInput,
  tiers: z
    .array(tierInput)
    .max(100)
    .refine(ascending, 'thresholds must ascend strictly')
    .refine(
      tiers => JSON.stringify(tiers).length <= 300_000,
      'together at most 300,000 characters: shorten the e-mails',
    ),
};

/** POST /series: a draft (domain.md 3.1, 3.3). */
export const createSeries = z
  .strictObject({
    ...fields,
    startsAt: fields.startsAt.default(null),
    endsAt: fields.endsAt.default(null),
  })
  .meta({ id: 'CreateSeries' });

/** PATCH /series/{id}: changes the draft. */
export const updateSeries = z.strictObject(fields).partial().meta({ id: 'UpdateSeries' });

/** POST /series/{id}/publish. */
export const publishSeries = z
  .strictObject({ retroactive: z.boolean().default(false) })
  .meta({ id: 'PublishSeries' });

/** POST /series/{id}/preview: the home of an ambassador of so many points of the first cycle (domain.md 3.9). */
export const previewSeries = z
  .strictObject({ points: points.min(-1_000_000_000_000).max(1_000_000_000_000) })
  .meta({ id: 'PreviewSeries' });

const seriesTier = z
  .object({
    id,
    name: z.string(),
    threshold: points,
    medal,
    description: z.string(),
    email: z.object({ subject: z.string(), body: z.string() }).nullable(),
    rewards: z.array(reward),
  })
  .meta({ id: 'Tier' });

/** GET /series/{id}: the draft where there is one, else what is published; `revision` is the ETag. */
export const seriesView = z
  .object({
    id,
    status: seriesStatus,
    /** The published version; 0 before the first. */
    version: z.int(),
    name: z.string(),
    category: z.string(),
    programIds: z.array(id),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    completion,
    tiers: z.array(seriesTier),
    revision: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Series' });

/** Answer of publish, pause, resume and end. */
export const publishedSeries = z
  .object({
    ...seriesView.shape,
    warnings: z.array(z.object({ code: z.string(), text: z.string() })),
  })
  .meta({ id: 'PublishedSeries' });

/** GET /series, one line. */
export const seriesItem = z
  .object({
    id,
    name: z.string(),
    status: seriesStatus,
    category: z.string(),
    programs: z.array(z.object({ id, name: z.string() })),
    tiers: z.array(z.object({ id, name: z.string(), threshold: points, medal })),
    /** Ambassadors with a ledger row in it (domain.md 3.4). */
    participants: z.int(),
    /** Rewards that wait for an admin (4.4). */
    needsFulfilment: z.int(),
    updatedAt: instant,
  })
  .meta({ id: 'SeriesItem' });

/** GET /series/{id}/standing: how many have unlocked each tier in their current cycle, for the series page. */
export const seriesStanding = z
  .object({
    participants: z.int(),
    tiers: z.array(z.object({ id, unlocked: z.int() })),
  })
  .meta({ id: 'SeriesStanding' });

export type SeriesView = z.infer<typeof seriesView>;
export type PublishedSeries = z.infer<typeof publishedSeries>;
export type SeriesItem = z.infer<typeof seriesItem>;
export type SeriesStanding = z.infer<typeof seriesStanding>;
export type PreviewSeries = z.infer<typeof previewSeries>;

export type CreateSeries = z.infer<typeof createSeries>;
export type UpdateSeries = z.infer<typeof updateSeries>;
export type CompletionInput = z.infer<typeof completionInput>;
export type TierInput = z.infer<typeof tierInput>;
