import { baseConfig } from '@cairn/service-kit/config/base-config';
import { commaList } from '@cairn/service-kit/config/comma-list';
import { z } from 'zod';

export const ingestionConfig = baseConfig.extend({
  INGESTION_DATABASE_URL: z.url(),
  /** Key of the HMAC that a buyer's e-mail becomes; the same on every replica. */
  EMAIL_HASH_KEY: z.string().min(16),
  /** The secret of the app that shops let in, by which their webhooks are signed; two by a comma while it is being rotated. */
  SHOPIFY_API_SECRET: commaList.default([]),
  /** Events a second of one brand, and how many at once, on each replica. */
  BRAND_EVENTS_PER_SECOND: z.coerce.number().int().min(1).default(20_000),
  BRAND_EVENTS_BURST: z.coerce.number().int().min(1).default(100_000),
  /** Milliseconds that an NDJSON stream may be silent. */
  STREAM_IDLE_LIMIT: z.coerce.number().int().min(100).default(30_000),
});

export type IngestionConfig = z.infer<typeof ingestionConfig>;
