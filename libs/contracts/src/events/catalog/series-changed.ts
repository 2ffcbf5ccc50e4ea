import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { id, instant } from '../../scalars.js';
import { completion, period, tier } from '../../tier.js';

export const seriesStatus = z.enum(['draft', 'scheduled', 'live', 'paused', 'ended']);

export type SeriesStatus = z.infer<typeof seriesStatus>;

/** A published series: its current version and when it was live. Drafts stay with their owner, milestones. */
export const seriesChanged = defineEvent({
  type: 'com.cairn.catalog.series.changed.v1',
  summary: 'A milestone series was published or its status changed.',
  data: z.object({
    seriesId: id,
    version: z.int().min(1),
    name: z.string().min(1),
    category: z.string(),
    programIds: z.array(id).min(1),
    /**
     * When each program belonged or belongs to it, those that left included; where it is left out, `programIds` for as
     * long as the series is there.
     */
    programs: z.array(z.object({ programId: id, from: instant, to: instant.nullable() })).optional(),
    /** `scheduled` and an end that lies ahead are read off `live` with the clock; this is the state when sent. */
    status: seriesStatus,
    /** The spans `[from, to)` in which events earn (3.2), ascending; the last is open while the series is live. */
    live: z.array(period),
    /** When it ends or ended; null: open. Later arrivals have 72 hours (3.10). */
    endsAt: instant.nullable(),
    completion,
    tiers: z.array(tier),
  }),
  example: {
    seriesId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a03',
    version: 1,
    name: 'Climb',
    category: 'referral',
    programIds: ['0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02'],
    status: 'live',
    live: [{ from: '1996-12-01T05:00:00.000Z', to: null }],
    endsAt: null,
    completion: { kind: 'stay' },
    tiers: [
      {
        id: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a04',
        name: 'Bronze',
        threshold: 250,
        medal: { preset: 'bronze' },
        description: '',
        email: null,
        rewards: [{ type: 'discount_code', source: 'shopify', percent: 10 }],
      },
    ],
  },
});
