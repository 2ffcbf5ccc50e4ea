import type { brandView, UpdateBrand } from '@cairn/contracts/http/brand';
import type { z } from 'zod';
import type { FieldErrors } from '../api/field-errors.js';
import { wholeOf } from '../layout/typed-whole.js';

export type Brand = z.infer<typeof brandView>;

/** Text as it is typed. */
export interface BrandForm {
  name: string;
  timezone: string;
  accent: string;
  landingUrl: string;
  clicksCountDays: string;
  clickModel: Brand['attribution']['model'];
  /** Whether a buyer's later orders are their referrer's too. */
  recurring: boolean;
  recurringDays: string;
  disclosureTags: string[];
  maxEventAgeDays: string;
  /** Whether loading history is quiet at all. */
  quiet: boolean;
  quietAfterDays: string;
  reviewSamplePercent: string;
  /** Whether approvals make somebody trusted by themselves. */
  trustByRule: boolean;
  trustApproved: string;
  trustWithinDays: string;
}

export function brandForm(brand: Brand): BrandForm {
  return {
    name: brand.name,
    timezone: brand.timezone,
    accent: brand.accent ?? '',
    landingUrl: brand.landingUrl ?? '',
    clicksCountDays: String(brand.attribution.windowDays),
    clickModel: brand.attribution.model,
    recurring: brand.attribution.recurringDays > 0,
    recurringDays: String(brand.attribution.recurringDays || 365),
    disclosureTags: brand.disclosureTags,
    maxEventAgeDays: String(brand.maxEventAgeDays),
    quiet: brand.quietAfterDays !== null,
    quietAfterDays: String(brand.quietAfterDays ?? 7),
    reviewSamplePercent: String(brand.reviewSamplePercent),
    trustByRule: brand.trustRule !== null,
    trustApproved: String(brand.trustRule?.approved ?? 5),
    trustWithinDays: String(brand.trustRule?.withinDays ?? 90),
  };
}

export const isHex = (text: string) => /^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text);

const isWebAddress = (text: string) => /^https?:\/\/[^\s/]+\.?[^\s]*$/.test(text) && URL.canParse(text);

/** Tags as the brand keeps them: each with its #, once; spaces and further #s are no part of one. */
export function cleanTags(typed: readonly string[]): string[] {
  const tags = typed.map(tag => `#${tag.replace(/[#\s]/g, '')}`).filter(tag => tag.length > 1);
  return tags.filter(
    (tag, index) => tags.findIndex(one => one.toLowerCase() === tag.toLowerCase()) === index,
  );
}

/** What PATCH /brand takes (all of it), or what is wrong with each field. */
export function readBrand(form: BrandForm): { input: Required<UpdateBrand> } | { errors: FieldErrors } {
  const name = form.name.trim();
  const accent = form.accent.trim() || null;
  const landingUrl = form.landingUrl.trim() || null;
  const windowDays = wholeOf(form.clicksCountDays, 1, 365);
  const recurringDays = form.recurring ? wholeOf(form.recurringDays, 1, 3_650) : 0;
  const maxEventAgeDays = wholeOf(form.maxEventAgeDays, 1, 36_500);
  const quietAfterDays = form.quiet ? wholeOf(form.quietAfterDays, 0, 36_500) : null;
  const reviewSamplePercent = wholeOf(form.reviewSamplePercent, 0, 100);
  const approved = wholeOf(form.trustApproved, 1, 1_000_000);
  const withinDays = wholeOf(form.trustWithinDays, 1, 36_500);
  const errors: FieldErrors = {
    name: name ? undefined : 'The brand needs a name.',
    accent: accent === null || isHex(accent) ? undefined : 'A hex colour, such as #8c2f39.',
    landingUrl:
      landingUrl === null || isWebAddress(landingUrl)
        ? undefined
        : 'A web address, such as https://rosewood.example.',
    'attribution.windowDays': windowDays === null ? 'Days, from 1 to 365.' : undefined,
    'attribution.recurringDays': recurringDays === null ? 'Days, from 1 to 3,650.' : undefined,
    maxEventAgeDays: maxEventAgeDays === null ? 'Days, from 1 to 36,500.' : undefined,
    quietAfterDays: form.quiet && quietAfterDays === null ? 'Days, from 0 to 36,500.' : undefined,
    reviewSamplePercent: reviewSamplePercent === null ? 'From 0 to 100.' : undefined,
    'trustRule.approved': form.trustByRule && approved === null ? 'A whole number, from 1.' : undefined,
    'trustRule.withinDays': form.trustByRule && withinDays === null ? 'Days, from 1.' : undefined,
  };
  const isMissing =
    windowDays === null || recurringDays === null || maxEventAgeDays === null || reviewSamplePercent === null;
  if (Object.values(errors).some(Boolean) || isMissing) return { errors };
  const isRuled = form.trustByRule && approved !== null && withinDays !== null;
  const trustRule = isRuled ? { approved, withinDays } : null;
  const { timezone } = form;
  const disclosureTags = cleanTags(form.disclosureTags);
  const attribution = { windowDays, model: form.clickModel, recurringDays };
  const look = { name, timezone, accent, landingUrl, disclosureTags, attribution };
  return { input: { ...look, maxEventAgeDays, quietAfterDays, reviewSamplePercent, trustRule } };
}
