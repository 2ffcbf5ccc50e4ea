import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';

export const config = baseConfig.extend({
  MILESTONES_DATABASE_URL: z.url(),
  /** Where referral links begin: ingestion's public address. A code's link is `<this>/r/<code>`. */
  LINK_BASE_URL: z
    .url()
    .default('http://localhost:3001')
    .transform(url => url.replace(/\/+$/, '')),
});

export type MilestonesConfig = z.infer<typeof config>;
