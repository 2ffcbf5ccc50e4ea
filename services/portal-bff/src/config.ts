import { fileURLToPath } from 'node:url';
import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';
import { type MediaPlace, mediaPlaceOf } from './domain/media/media-place.js';

/** Bytes, in whole. */
const bytes = z.coerce.number().int().min(1_000).max(5_000_000_000);

const mediaPlace = z.string().transform((text, context): MediaPlace | undefined => {
  const place = text === '' ? undefined : mediaPlaceOf(text);
  if (typeof place !== 'string') return place;
  context.addIssue({ code: 'custom', message: place });
  return z.NEVER;
});

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
  /**
   * Where photos and videos are kept: file:///directory, or s3://bucket/prefix with region, endpoint and path-style as its
   * query. Without it, or where it is empty, none are taken.
   */
  MEDIA_URL: mediaPlace.optional(),
  /** The most that a photo may have. */
  MEDIA_PHOTO_BYTES: bytes.default(20_000_000),
  /** The most that a video may have. */
  MEDIA_VIDEO_BYTES: bytes.default(200_000_000),
  /** The most that one ambassador may store within 24 hours. */
  MEDIA_DAILY_BYTES: bytes.default(1_000_000_000),
  /** The built web. */
  WEB_DIR: z.string().default(fileURLToPath(new URL('../../web/dist', import.meta.url))),
});

export type PortalConfig = z.infer<typeof portalConfig>;
