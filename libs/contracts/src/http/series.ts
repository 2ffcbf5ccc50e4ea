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

/** PATCH /series/{id}: changes the draft; of a published series it begins the draft of the next version. */
export const updateSeries = z.strictObject(fields).partial().meta({ id: 'UpdateSeries' });

/** POST /series/{id}/impact: an edit as PATCH would take it, which is not saved (domain.md 3.8). */
export const impactOfSeries = z.strictObject(fields).partial().meta({ id: 'ImpactOfSeries' });

/**
 * POST /series/{id}/publish. `retroactive`: whoever meets a threshold by this version unlocks at once (domain.md 3.8), in
 * the background; otherwise with their next row.
 */
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

const shown = {
  name: z.string(),
  category: z.string(),
  programIds: z.array(id),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  completion,
  tiers: z.array(seriesTier),
};

/** How far a retroactive publish has come, in participants (domain.md 3.8). */
const retroactiveProgress = z
  .object({
    version: z.int(),
    total: z.int(),
    done: z.int(),
    /** Who unlocked something by it so far; not those whose own points came first. */
    gained: z.int(),
    startedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'RetroactiveProgress' });

/**
 * GET /series/{id}: what is published, with what is to be published next in `draft`; before the first version the draft
 * itself, and `draft` is null. `revision` is the ETag.
 */
export const seriesView = z
  .object({
    id,
    status: seriesStatus,
    /** The published version; 0 before the first. */
    version: z.int(),
    ...shown,
    draft: z.object(shown).meta({ id: 'SeriesDraft' }).nullable().default(null),
    /** Of the versions that were published retroactively the last. */
    retroactive: retroactiveProgress.nullable().default(null),
    revision: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Series' });

const warnings = z.array(z.object({ code: z.string(), text: z.string() }));

/** Answer of publish, pause, resume and end. */
export const publishedSeries = z
  .object({
    ...seriesView.shape,
    warnings,
  })
  .meta({ id: 'PublishedSeries' });

/** What a retroactive publish of an edit would do; without `retroactive` the same comes with each one's next row. */
export const seriesImpact = z
  .object({
    /** A line a tier of the edit, ascending: how many ambassadors would unlock it. */
    gaining: z.array(
      z.object({ tier: z.object({ id, name: z.string(), threshold: points }), ambassadors: z.int() }),
    ),
    /** How many would go on from the top: begin another cycle, or be promoted. */
    completing: z.int(),
    warnings,
  })
  .meta({ id: 'SeriesImpact' });

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
    /** Published, with a next version begun that is not published yet. */
    hasDraft: z.boolean().default(false),
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
export type SeriesImpact = z.infer<typeof seriesImpact>;
export type SeriesItem = z.infer<typeof seriesItem>;
export type SeriesStanding = z.infer<typeof seriesStanding>;
export type PreviewSeries = z.infer<typeof previewSeries>;

export type CreateSeries = z.infer<typeof createSeries>;
export type UpdateSeries = z.infer<typeof updateSeries>;
export type CompletionInput = z.infer<typeof completionInput>;
export type TierInput = z.infer<typeof tierInput>;
