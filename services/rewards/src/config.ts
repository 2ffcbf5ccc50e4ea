import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';

export const config = baseConfig.extend({
  REWARDS_DATABASE_URL: z.url(),
  /** The local stack's shop. When set, Shopify calls go there and every new brand is connected to it by itself. */
  SHOPIFY_STANDIN_URL: z
    .url()
    .transform(url => url.replace(/\/+$/, ''))
    .optional(),
});

export type RewardsConfig = z.infer<typeof config>;
