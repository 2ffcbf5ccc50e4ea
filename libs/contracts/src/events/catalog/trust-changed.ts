import { z } from 'zod';
import { trustLevel } from '../../earning.js';
import { defineEvent } from '../../envelope.js';
import { id } from '../../scalars.js';

/** How far an ambassador is trusted (domain.md 1.5); who was never decided on is `new`. */
export const trustChanged = defineEvent({
  type: 'com.cairn.catalog.trust.changed.v1',
  summary: 'An ambassador is trusted more, or less.',
  data: z.object({
    ambassadorId: id,
    trust: trustLevel,
    /** The rule leaves alone what an admin has set. */
    setBy: z.enum(['admin', 'rule']),
  }),
  example: { ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01', trust: 'trusted', setBy: 'rule' },
});
