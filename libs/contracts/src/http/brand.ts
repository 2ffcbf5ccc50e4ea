import { z } from 'zod';
import { apiKeyScope } from '../events/catalog/api-key-changed.js';
import { trustRule } from '../events/catalog/brand-changed.js';
import { currency, hexColour, timezone } from '../scalars.js';

const settings = {
  name: z.string().trim().min(1).max(200),
  timezone,
  disclosureTags: z.array(z.string().regex(/^#[^\s#]+$/, 'a tag such as #ad')).max(50),
  maxEventAgeDays: z.int().min(1).max(36_500),
  quietAfterDays: z.int().min(0).max(36_500).nullable(),
  accent: hexColour.nullable(),
  landingUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  trustRule: trustRule.strict().nullable(),
};

/** POST /brands (platform token). */
export const createBrand = z.strictObject({
  ...settings,
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, at most 63')
    .optional(),
  currency,
  disclosureTags: settings.disclosureTags.default([]),
  maxEventAgeDays: settings.maxEventAgeDays.default(400),
  quietAfterDays: settings.quietAfterDays.default(7),
  accent: settings.accent.default(null),
  landingUrl: settings.landingUrl.default(null),
  trustRule: settings.trustRule.default(null),
});

/** PATCH /brand. The currency stays: the ledger's awards were made in it. */
export const updateBrand = z.strictObject(settings).partial();

export const createApiKey = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(apiKeyScope).min(1),
});

export type CreateBrand = z.infer<typeof createBrand>;
export type UpdateBrand = z.infer<typeof updateBrand>;
export type CreateApiKey = z.infer<typeof createApiKey>;
