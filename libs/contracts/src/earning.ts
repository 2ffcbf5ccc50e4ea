import { z } from 'zod';

/** The five categories of actions (domain.md 2.1). */
export const actionCategory = z.enum([
  'social_post',
  'product_review',
  'like_comment',
  'follow_subscribe',
  'upload_content',
]);

/** So many awards a calendar day, week (Monday first) or month of the brand's time zone, or ever (domain.md 2.1). */
export const actionLimit = z.object({
  count: z.int().min(1).max(1_000_000),
  per: z.enum(['day', 'week', 'month', 'ever']),
});

/** How far a brand trusts an ambassador's work (domain.md 1.5). */
export const trustLevel = z.enum(['new', 'standard', 'trusted']);

/** Who is reviewed before or after the award (domain.md 2.2). */
export const reviewMode = z.enum(['none', 'all', 'untrusted']);

export type ActionCategory = z.infer<typeof actionCategory>;
export type ActionLimit = z.infer<typeof actionLimit>;
export type TrustLevel = z.infer<typeof trustLevel>;
export type ReviewMode = z.infer<typeof reviewMode>;
