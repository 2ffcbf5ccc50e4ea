import { z } from 'zod';
import { currency, id, instant, minorUnits, points } from '../scalars.js';
import { completion } from '../tier.js';
import { createSeries } from './series.js';

/**
 * POST /series/simulate: a draft series, as POST /series takes it. `startsAt` null: from the brand's first row; `endsAt`
 * null: to its last.
 */
export const simulateSeries = z
  .strictObject({
    ...createSeries.shape,
    name: createSeries.shape.name.optional(),
    category: createSeries.shape.category.optional(),
    tiers: createSeries.shape.tiers.min(1, 'a series has at least one tier: add one'),
  })
  .meta({ id: 'SimulateSeries' });

/** What points is asked: the same without what people read. */
export const simulationRequest = z.object({
  programIds: z.array(id).min(1),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  completion,
  thresholds: z.array(points).min(1),
});

const simulatedTier = z.object({
  /** Ambassadors whose highest tier it is, in the cycle that they end in. */
  standing: z.int(),
  /** Ambassadors who reach it at least once. */
  reached: z.int(),
  /** Times that it unlocks, over all cycles. */
  unlocks: z.int(),
  /**
   * Days from an ambassador's beginning (when they joined the programs, or the series began if that is later) to their
   * first unlock; null where nobody reaches it.
   */
  days: z.object({ median: z.number(), p90: z.number() }).nullable(),
});

/** What points answers, from its own rows. */
export const simulated = z.object({
  /** Ambassadors who earned in the programs in this period. */
  participants: z.int(),
  /** Participants who reach no tier in the cycle that they end in. */
  belowFirst: z.int(),
  /** Times that the last tier is reached. */
  completions: z.int(),
  promoted: z.int(),
  /** Of so many ambassadors every figure is scaled up from; null: everybody was looked at. */
  sample: z.object({ ambassadors: z.int(), of: z.int() }).nullable(),
  tiers: z.array(simulatedTier),
});

/** POST /series/simulate's answer: what the draft would have done with the brand's real ledger. */
export const simulation = z
  .object({
    ...simulated.shape,
    tiers: z.array(
      z.object({
        name: z.string(),
        threshold: points,
        ...simulatedTier.shape,
        /** Minor units: unlocks times what its rewards cost; null where none of them has a cost. */
        cost: minorUnits.nullable(),
      }),
    ),
    cost: z.object({
      currency,
      /** Minor units. */
      total: minorUnits,
      /** Rewards of the draft that have no `cost`, and are not in the sums. */
      withoutCost: z.int(),
    }),
  })
  .meta({ id: 'Simulation' });

export type SimulateSeries = z.infer<typeof simulateSeries>;
export type SimulationRequest = z.infer<typeof simulationRequest>;
export type Simulated = z.infer<typeof simulated>;
export type Simulation = z.infer<typeof simulation>;
