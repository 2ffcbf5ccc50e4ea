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

/** Every way to name an ambassador, as {@link refKey} strings (domain.md 1.3). */
export function refKeysOf(ambassador: {
  ambassadorId: string;
  externalId: string | null;
  email: string;
  code: string;
}): string[] {
  return [
    refKey({ by: 'id', value: ambassador.ambassadorId }),
    ...(ambassador.externalId === null ? [] : [refKey({ by: 'externalId', value: ambassador.externalId })]),
    refKey({ by: 'email', value: ambassador.email.toLowerCase() }),
    refKey({ by: 'code', value: ambassador.code.toLowerCase() }),
  ];
}
