import { z } from 'zod';

/** Internal: tiers' own mails, to be tried with sample data (domain.md 5.4); `path` names the field in the answer. */
export const checkMails = z.object({
  mails: z.array(z.object({ path: z.string(), subject: z.string(), body: z.string() })).max(100),
});

export const mailErrors = z.object({
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});

export type CheckMails = z.infer<typeof checkMails>;
export type MailErrors = z.infer<typeof mailErrors>;
