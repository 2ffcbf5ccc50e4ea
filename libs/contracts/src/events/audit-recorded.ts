import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { instant } from '../scalars.js';

/** Who is behind a command: an API key, a signed-in person, the platform token, or the product itself. */
export const actor = z.object({
  kind: z.enum(['api_key', 'admin', 'ambassador', 'platform', 'system']),
  id: z.string(),
  ip: z.string().nullable(),
});

export type Actor = z.infer<typeof actor>;

/** A change by a person (domain.md 6.1), recorded in the transaction of the change. Personal data. */
export const auditRecorded = defineEvent({
  type: 'com.cairn.audit.recorded.v1',
  summary: 'Somebody changed something.',
  data: z.object({
    actor,
    /** What was done, such as `series.publish`. */
    action: z.string(),
    target: z.object({ kind: z.string(), id: z.string() }),
    before: z.unknown(),
    after: z.unknown(),
    at: instant,
  }),
  example: {
    actor: { kind: 'api_key', id: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a09', ip: '203.0.113.7' },
    action: 'series.publish',
    target: { kind: 'series', id: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a03' },
    before: { status: 'draft' },
    after: { status: 'live' },
    at: '2026-11-01T10:00:00.000Z',
  },
});
