import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';

export const pointsConfig = baseConfig.extend({
  POINTS_DATABASE_URL: z.url(),
  /** Key of the HMAC by which an ambassador is known as their own buyer (domain.md 2.11): the same as ingestion's. */
  EMAIL_HASH_KEY: z.string().min(16),
});

export type PointsConfig = z.infer<typeof pointsConfig>;
