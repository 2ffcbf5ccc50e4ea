import { z } from 'zod';
import { actionCategory, actionLimit, reviewMode } from '../../earning.js';
import { defineEvent } from '../../envelope.js';
import { id, points } from '../../scalars.js';

/** A program-wide task that earns points (domain.md 2.1). An archived one earns nothing more. */
export const actionChanged = defineEvent({
  type: 'com.cairn.catalog.action.changed.v1',
  summary: 'An action was made, changed or archived.',
  data: z.object({
    actionId: id,
    programId: id,
    category: actionCategory,
    name: z.string().min(1),
    points: points.min(0),
    limit: actionLimit.nullable(),
    review: reviewMode,
    disclosureRequired: z.boolean(),
    archived: z.boolean(),
  }),
  example: {
    actionId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a11',
    programId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02',
    category: 'social_post',
    name: 'Post a story',
    points: 40,
    limit: { count: 3, per: 'week' },
    review: 'none',
    disclosureRequired: true,
    archived: false,
  },
});
