import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';

export const pointsConfig = baseConfig.extend({
  POINTS_DATABASE_URL: z.url(),
  /** Full months of receipts besides this one; older ones are detached from the table. Below 14 they may be younger than
   * the oldest event that is taken (400 days, domain.md 2). */
  RECEIPTS_KEPT_MONTHS: z.coerce.number().int().min(2).max(1_200).default(36),
  /** Key of the HMAC by which an ambassador is known as their own buyer (domain.md 2.11): the same as ingestion's. */
  EMAIL_HASH_KEY: z.string().min(16),
});

export type PointsConfig = z.infer<typeof pointsConfig>;
