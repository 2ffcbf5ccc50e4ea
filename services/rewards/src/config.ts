import { baseConfig } from '@cairn/service-kit/config/base-config';
import { commaList } from '@cairn/service-kit/config/comma-list';
import { z } from 'zod';
import { tokenKeysOf } from './out/tokens/token-keys.js';

const tokenKeys = z.string().transform((text, context) => {
  const keys = tokenKeysOf(text);
  if (typeof keys !== 'string') return keys;
  context.addIssue({ code: 'custom', message: keys });
  return z.NEVER;
});

const address = z.url().transform(url => url.replace(/\/+$/, ''));

/** Empty is as if it were not set: compose files and charts pass on what nobody gave. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .literal('')
    .transform(() => undefined)
    .or(schema)
    .optional();

export const config = baseConfig
  .extend({
    REWARDS_DATABASE_URL: z.url(),
    /** Key of the HMAC that a buyer's e-mail becomes; the same as ingestion's. */
    EMAIL_HASH_KEY: z.string().min(16),
    /** The local stack's shop. When set, Shopify calls go there and every new brand is connected to it by itself. */
    SHOPIFY_STANDIN_URL: address.optional(),
    /** `id:base64(32 bytes)[,older:…]`: shops' tokens are encrypted under the first, and read with all. */
    SHOPIFY_TOKEN_KEYS: tokenKeys,
    /** The app that shops let in: its client id, and its secret; two by a comma while it is being rotated, the new one first. */
    SHOPIFY_API_KEY: unlessEmpty(z.string()),
    SHOPIFY_API_SECRET: unlessEmpty(commaList),
    /** Where shops find ingestion: their webhooks go there. Without it none are subscribed to. */
    INGESTION_PUBLIC_URL: unlessEmpty(address),
    /** Where browsers find portal-bff: a shop's owner comes back there. */
    PUBLIC_URL: unlessEmpty(address),
  })
  .superRefine((settings, context) => {
    if (settings.SHOPIFY_API_KEY === undefined) return;
    for (const name of ['SHOPIFY_API_SECRET', 'PUBLIC_URL'] as const) {
      if (settings[name] !== undefined && settings[name].length > 0) continue;
      const message = 'is needed where SHOPIFY_API_KEY is set';
      context.addIssue({ code: 'custom', path: [name], message });
    }
  });

export type RewardsConfig = z.infer<typeof config>;
