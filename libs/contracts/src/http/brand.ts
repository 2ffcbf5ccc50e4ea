import { z } from 'zod';
import { apiKeyScope } from '../events/catalog/api-key-changed.js';
import {
  attributionModel,
  attributionSettings,
  defaultAttribution,
  trustRule,
} from '../events/catalog/brand-changed.js';
import { currency, hexColour, id, instant, timezone } from '../scalars.js';

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
  reviewSamplePercent: z.int().min(0).max(100),
  /** How followed referral links count. */
  attribution: attributionSettings.strict(),
};

/** What is left out stays. */
const attributionChange = z
  .strictObject({
    windowDays: attributionSettings.shape.windowDays,
    model: attributionModel,
    recurringDays: attributionSettings.shape.recurringDays.unwrap(),
  })
  .partial();

/** POST /brands (platform token). */
export const createBrand = z
  .strictObject({
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
    reviewSamplePercent: settings.reviewSamplePercent.default(10),
    attribution: settings.attribution.default(defaultAttribution),
    /** Who may sign in to the admin UI first; others join by POST /members. */
    owner: z.strictObject({ name: z.string().trim().min(1).max(200), email: z.email().max(320) }).optional(),
  })
  .meta({ id: 'CreateBrand' });

/** PATCH /brand. The currency stays: the ledger's awards were made in it. */
export const updateBrand = z
  .strictObject({ ...settings, attribution: attributionChange })
  .partial()
  .meta({ id: 'UpdateBrand' });

/** POST /brands' answer: the first API key, shown once. */
export const createdBrand = z
  .object({ id, slug: z.string(), apiKey: z.string() })
  .meta({ id: 'CreatedBrand' });

/** GET /brand. */
export const brandView = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    timezone: z.string(),
    currency: z.string(),
    currencyExponent: z.int(),
    maxEventAgeDays: z.int(),
    quietAfterDays: z.int().nullable(),
    disclosureTags: z.array(z.string()),
    accent: z.string().nullable(),
    landingUrl: z.string().nullable(),
    trustRule: trustRule.nullable(),
    /** Of the work of trusted ambassadors, so many in a hundred are looked at after their award (2.2). */
    reviewSamplePercent: z.int(),
    attribution: attributionSettings,
  })
  .meta({ id: 'Brand' });

/** POST /keys. */
export const createApiKey = z
  .strictObject({ name: z.string().trim().min(1).max(100), scopes: z.array(apiKeyScope).min(1) })
  .meta({ id: 'CreateApiKey' });

/** POST /keys' answer: the key, shown once. */
export const createdApiKey = z.object({ id, key: z.string() }).meta({ id: 'CreatedApiKey' });

/** GET /keys, one item. */
export const apiKeyItem = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(apiKeyScope),
    createdAt: instant,
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' });

export type CreateBrand = z.infer<typeof createBrand>;
export type UpdateBrand = z.infer<typeof updateBrand>;
export type CreateApiKey = z.infer<typeof createApiKey>;
