import { z } from 'zod';
import { medal } from '../medal.js';
import { id, instant, points } from '../scalars.js';
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

/** The other behaviours of domain.md 3.7 join this union with the fold that knows them. */
const completionInput = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('stay') })]);

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
export const createSeries = z.strictObject({
  ...fields,
  startsAt: fields.startsAt.default(null),
  endsAt: fields.endsAt.default(null),
});

/** PATCH /series/{id}: changes the draft. */
export const updateSeries = z.strictObject(fields).partial();

/** POST /series/{id}/publish. */
export const publishSeries = z.strictObject({ retroactive: z.boolean().default(false) });

export type CreateSeries = z.infer<typeof createSeries>;
export type UpdateSeries = z.infer<typeof updateSeries>;
export type CompletionInput = z.infer<typeof completionInput>;
export type TierInput = z.infer<typeof tierInput>;
