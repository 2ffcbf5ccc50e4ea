import { z } from 'zod';
import { actor } from '../events/audit-recorded.js';
import { id, instant } from '../scalars.js';

/** GET /audit, one line (domain.md 6.1): who, what, before, after, from where. */
export const auditItem = z
  .object({
    id,
    at: instant,
    actor,
    action: z.string(),
    target: z.object({ kind: z.string(), id: z.string() }),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'AuditEntry' });

export type AuditItem = z.infer<typeof auditItem>;
