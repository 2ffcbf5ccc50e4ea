import { z } from 'zod';

/** How an outside event names an ambassador (domain.md 1.3); e-mail and code are already case-folded. */
export const ambassadorRef = z.object({
  by: z.enum(['id', 'externalId', 'email', 'code']),
  value: z.string().min(1),
});

export type AmbassadorRef = z.infer<typeof ambassadorRef>;

/** The reference as one string, used as a message key and as a row key: `externalId:cust-42`. */
export function refKey(ref: AmbassadorRef): string {
  return `${ref.by}:${ref.value}`;
}
