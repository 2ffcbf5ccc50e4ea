import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { id, instant, points } from '../../scalars.js';

/**
 * Where an ambassador stands in a series (domain.md 3.4): whole state, so a reader never sums. The aggregate is the
 * ambassador's progress and the version its revision, contiguous over all of the ambassador's series.
 */
export const progressChanged = defineEvent({
  type: 'com.cairn.milestones.progress.changed.v1',
  summary: 'An ambassador’s progress in a series changed.',
  data: z.object({
    ambassadorId: id,
    seriesId: id,
    seriesVersion: z.int().min(1),
    cycle: z.int().min(1),
    /** Available points that count in the current cycle; may be below zero. */
    points,
    /** Held points of this series, over all cycles: shown, and unlock nothing (2.8). */
    pending: points,
    /** Tiers unlocked in the current cycle, ascending; deficit is threshold − points when that is above 0 (3.6). */
    unlocked: z.array(z.object({ tierId: id, unlockedAt: instant, deficit: points.min(0) })),
    /** The ledger row that this state includes up to. */
    seq: z.int().min(0),
  }),
  example: {
    ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
    seriesId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a03',
    seriesVersion: 1,
    cycle: 1,
    points: 540,
    pending: 0,
    unlocked: [
      { tierId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a04', unlockedAt: '2026-11-01T10:00:00.200Z', deficit: 0 },
    ],
    seq: 2,
  },
});
