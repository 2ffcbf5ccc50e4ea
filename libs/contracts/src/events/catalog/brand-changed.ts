import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { currency, hexColour, id, timezone } from '../../scalars.js';

/** N approved and none rejected in so many days make an ambassador trusted (domain.md 1.5). */
export const trustRule = z.object({ approved: z.int().min(1), withinDays: z.int().min(1) });

/** Whose order it is where a buyer followed several links. */
export const attributionModel = z.enum(['first_click', 'last_click']);

/** How followed referral links count. */
export const attributionSettings = z.object({
  /** Days for which a click, and the browser that made it, is remembered. */
  windowDays: z.int().min(1).max(365),
  model: attributionModel.default('last_click'),
  /** Days for which a buyer's later orders are their referrer's too; 0: only the order that was referred. */
  recurringDays: z.int().min(0).max(3_650).default(0),
});

export type AttributionSettings = z.infer<typeof attributionSettings>;

export const defaultAttribution = { windowDays: 30, model: 'last_click', recurringDays: 0 } as const;

/** A brand's settings as its owner, portal-bff, has them. */
export const brandChanged = defineEvent({
  type: 'com.cairn.catalog.brand.changed.v1',
  summary: 'A brand was made or its settings changed.',
  data: z.object({
    brandId: id,
    name: z.string().min(1),
    slug: z.string().min(1),
    timezone,
    currency,
    /** Decimal places of the currency's minor unit by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. */
    currencyExponent: z.int().min(0).max(4),
    /** Oldest event taken, in days before its acceptance (api.md, Ingestion). */
    maxEventAgeDays: z.int().min(1),
    /** Loaded history is quiet beyond so many days (1.6); null: never. */
    quietAfterDays: z.int().min(0).nullable(),
    disclosureTags: z.array(z.string()),
    accent: hexColour.nullable(),
    /** Where referral links lead; null: nowhere yet. */
    landingUrl: z.string().nullable().default(null),
    trustRule: trustRule.nullable().default(null),
    /** Of the work of trusted ambassadors, so many in a hundred are looked at after their award (2.2). */
    reviewSamplePercent: z.int().min(0).max(100).default(10),
    attribution: attributionSettings.default(defaultAttribution),
  }),
  example: {
    brandId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a00',
    name: 'Rosewood',
    slug: 'rosewood',
    timezone: 'America/New_York',
    currency: 'USD',
    currencyExponent: 2,
    maxEventAgeDays: 400,
    quietAfterDays: 7,
    disclosureTags: ['#ad'],
    accent: '#7a4d2b',
    landingUrl: 'https://rosewood.example/',
    trustRule: null,
    reviewSamplePercent: 10,
    attribution: { windowDays: 30, model: 'last_click', recurringDays: 0 },
  },
});
