import { fileURLToPath } from 'node:url';
import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';

export const portalConfig = baseConfig.extend({
  PORTAL_BFF_DATABASE_URL: z.url(),
  /** May create brands, and nothing else. */
  CAIRN_PLATFORM_TOKEN: z.string().min(16),
  INGESTION_URL: z.url(),
  POINTS_URL: z.url(),
  MILESTONES_URL: z.url(),
  REWARDS_URL: z.url(),
  NOTIFICATIONS_URL: z.url(),
  /** Where browsers find this service; sign-in links point there. */
  PUBLIC_URL: z.url().transform(url => url.replace(/\/+$/, '')),
  /** The built web. */
  WEB_DIR: z.string().default(fileURLToPath(new URL('../../web/dist', import.meta.url))),
});

export type PortalConfig = z.infer<typeof portalConfig>;
