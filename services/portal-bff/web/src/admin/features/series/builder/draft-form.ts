import type { RewardInput } from '@cairn/contracts/http/reward-input';
import type { CreateSeries, SeriesView, TierInput } from '@cairn/contracts/http/series';
import type { Reward } from '@cairn/contracts/reward';
import { instantAt, localAt } from '../../brand-time/brand-time.js';
import { majorOf, minorOf } from '../../money/typed-money.js';
import {
  type CompletionForm,
  emptyForm,
  emptyReward,
  type FormContext,
  pointsOf,
  type RewardForm,
  type SeriesForm,
  type TierForm,
} from './form.js';

/** What is edited of a series: its draft, or what is published, where nothing is written for the next version yet. */
const editedOf = (series: SeriesView) => series.draft ?? series;

/** A stored draft as the form shows it. */
export function formOf(series: SeriesView, context: FormContext): SeriesForm {
  const { name, category, programIds, startsAt, endsAt, completion, tiers } = editedOf(series);
  return {
    name,
    category,
    programIds,
    startsAt: startsAt === null ? '' : localAt(startsAt, context.timeZone),
    endsAt: endsAt === null ? '' : localAt(endsAt, context.timeZone),
    completion: completionForm(completion),
    tiers: tiers.map(tier => ({
      key: tier.id,
      id: tier.id,
      name: tier.name,
      threshold: String(tier.threshold),
      medal: tier.medal,
      description: tier.description,
      ownEmail: tier.email !== null,
      subject: tier.email?.subject ?? '',
      body: tier.email?.body ?? '',
      rewards: tier.rewards.map((reward, index) => rewardForm(reward, `${tier.id}-${index}`, context)),
    })),
  };
}

function completionForm(completion: SeriesView['completion']): CompletionForm {
  const form = { ...emptyForm.completion, kind: completion.kind };
  if (completion.kind === 'promote') return { ...form, programId: completion.programId };
  if (completion.kind === 'stay') return form;
  const { maxCycles, carryOver } = completion;
  return { ...form, maxCycles: maxCycles === null ? '' : String(maxCycles), carryOver };
}

function rewardForm(reward: Reward, key: string, { exponent }: FormContext): RewardForm {
  const cost = reward.cost === undefined ? '' : majorOf(reward.cost, exponent);
  const form: RewardForm = { ...emptyReward, key, type: reward.type, cost };
  switch (reward.type) {
    case 'manual_product':
      return { ...form, name: reward.name };
    case 'custom':
      return { ...form, title: reward.title, description: reward.description };
    case 'shopify_product':
      return {
        ...form,
        variantId: reward.variantId,
        title: reward.title ?? '',
        choice: reward.choice ?? false,
      };
    case 'discount_code':
      return {
        ...form,
        off: reward.amount === undefined ? 'percent' : 'amount',
        percent: reward.percent === undefined ? '' : String(reward.percent),
        amount: reward.amount === undefined ? '' : majorOf(reward.amount, exponent),
        minSubtotal: reward.minSubtotal === undefined ? '' : majorOf(reward.minSubtotal, exponent),
        expiresInDays: reward.expiresInDays === undefined ? '' : String(reward.expiresInDays),
        source: reward.source,
        poolId: reward.poolId ?? null,
      };
  }
}

/**
 * The form as the API takes it. Only of a form without mistakes (check-form.ts): what is half written has no place in
 * it. Money becomes minor units exactly, wall-clock times instants.
 */
export function draftOf(form: SeriesForm, context: FormContext): CreateSeries {
  return {
    name: form.name.trim(),
    category: form.category.trim(),
    programIds: form.programIds,
    startsAt: instantAt(form.startsAt, context.timeZone),
    endsAt: instantAt(form.endsAt, context.timeZone),
    completion: completionInput(form.completion),
    tiers: form.tiers.map(tier => tierInput(tier, context)),
  };
}

function completionInput({
  kind,
  maxCycles,
  carryOver,
  programId,
}: CompletionForm): CreateSeries['completion'] {
  if (kind === 'promote') return { kind, programId: programId ?? '' };
  if (kind === 'repeat') return { kind, maxCycles: pointsOf(maxCycles), carryOver };
  return { kind };
}

function tierInput(tier: TierForm, context: FormContext): TierInput {
  return {
    ...(tier.id === null ? {} : { id: tier.id }),
    name: tier.name.trim(),
    threshold: pointsOf(tier.threshold) ?? 0,
    medal: tier.medal,
    description: tier.description.trim(),
    email: tier.ownEmail ? { subject: tier.subject.trim(), body: tier.body } : null,
    rewards: tier.rewards.map(reward => ({ ...rewardInput(reward, context), ...costOf(reward, context) })),
  };
}

function costOf({ cost }: RewardForm, { exponent }: FormContext): { cost?: number } {
  const minor = cost.trim() === '' ? null : minorOf(cost, exponent);
  return minor === null ? {} : { cost: minor };
}

function rewardInput(reward: RewardForm, context: FormContext): RewardInput {
  switch (reward.type) {
    case 'manual_product':
      return { type: reward.type, name: reward.name.trim() };
    case 'custom':
      return { type: reward.type, title: reward.title.trim(), description: reward.description.trim() };
    case 'shopify_product':
      return {
        type: reward.type,
        variantId: reward.variantId,
        ...(reward.title ? { title: productTitle(reward) } : {}),
        ...(reward.choice ? { choice: true } : {}),
      };
    case 'discount_code':
      return discountInput(reward, context);
  }
}

/** Where they choose the variant themselves, the product's name alone: "Canvas tote", not "Canvas tote / Natural". */
function productTitle({ title, choice }: RewardForm): string {
  return choice ? title.split(' / ')[0]! : title;
}

function discountInput(reward: RewardForm, { exponent }: FormContext): RewardInput {
  const minSubtotal = reward.minSubtotal.trim() && minorOf(reward.minSubtotal, exponent);
  const expiresInDays = pointsOf(reward.expiresInDays);
  const discount = {
    type: 'discount_code' as const,
    ...(reward.off === 'percent'
      ? { percent: pointsOf(reward.percent) ?? 0 }
      : { amount: minorOf(reward.amount, exponent) ?? 0 }),
    ...(minSubtotal ? { minSubtotal } : {}),
    ...(expiresInDays === null ? {} : { expiresInDays }),
  };
  return reward.source === 'pool'
    ? { ...discount, source: 'pool', poolId: reward.poolId ?? '' }
    : { ...discount, source: 'shopify' };
}

/**
 * An edit of a published series with its instants as they are where their minutes were not changed: the form has no
 * seconds, and the start of what has begun stays to the millisecond.
 */
export function withInstants(
  draft: CreateSeries,
  series: SeriesView,
  { timeZone }: FormContext,
): CreateSeries {
  const edited = editedOf(series);
  const kept = (typed: string | null, was: string | null) =>
    was !== null && typed === instantAt(localAt(was, timeZone), timeZone) ? was : typed;
  return {
    ...draft,
    startsAt: kept(draft.startsAt, edited.startsAt),
    endsAt: kept(draft.endsAt, edited.endsAt),
  };
}

/** Gives the tiers that were sent the ids that the server has given them; `sent` names them in the order sent. */
export function withIds(form: SeriesForm, sent: readonly string[], stored: SeriesView): SeriesForm {
  const ids = new Map(sent.map((key, index) => [key, editedOf(stored).tiers[index]?.id ?? null]));
  return { ...form, tiers: form.tiers.map(tier => ({ ...tier, id: tier.id ?? ids.get(tier.key) ?? null })) };
}
