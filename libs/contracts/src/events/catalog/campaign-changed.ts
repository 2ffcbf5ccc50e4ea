import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { id, instant, points } from '../../scalars.js';

/** A campaign with its window `[startsAt, endsAt)` (domain.md 2.5). An archived one earns nothing more. */
export const campaignChanged = defineEvent({
  type: 'com.cairn.catalog.campaign.changed.v1',
  summary: 'A campaign was made, changed or archived.',
  data: z.object({
    campaignId: id,
    programIds: z.array(id).min(1),
    name: z.string().min(1),
    joinPoints: points.min(0),
    completionPoints: points.min(0),
    startsAt: instant,
    endsAt: instant,
    archived: z.boolean(),
  }),
  example: {
    campaignId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a12',
    programIds: ['0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02'],
    name: 'Spring',
    joinPoints: 25,
    completionPoints: 100,
    startsAt: '2026-11-01T00:00:00.000Z',
    endsAt: '2026-12-01T00:00:00.000Z',
    archived: false,
  },
});
