import { instantAt } from '../../brand-time/brand-time.js';
import { minorOf } from '../../money/typed-money.js';
import { type FormContext, pointsOf, type RewardForm, type SeriesForm, type TierForm } from './form.js';

/** What cannot be saved as it stands; `path` as the server names it: `tiers.1.threshold`. */
export interface Mistake {
  path: string;
  words: string;
}

/** Everything in the form that the server would refuse, in the order of the page. */
export function mistakesOf(form: SeriesForm, context: FormContext): Mistake[] {
  return [
    ...needed('name', form.name, 'Give the series a name.'),
    ...needed('category', form.category, 'Give it a category.'),
    ...(form.programIds.length === 0 ? [{ path: 'programIds', words: 'Choose at least one program.' }] : []),
    ...dateMistakes(form, context),
    ...completionMistakes(form),
    ...form.tiers.flatMap((tier, index) => tierMistakes(tier, index, form.tiers, context)),
  ];
}

const needed = (path: string, text: string, words: string): Mistake[] =>
  text.trim() ? [] : [{ path, words }];

function dateMistakes({ startsAt, endsAt }: SeriesForm, { timeZone }: FormContext): Mistake[] {
  const [start, end] = [instantAt(startsAt, timeZone), instantAt(endsAt, timeZone)];
  if (start === null || end === null || end > start) return [];
  return [{ path: 'endsAt', words: 'The end must come after the start.' }];
}

function completionMistakes({
  completion: { kind, maxCycles, programId },
  programIds,
}: SeriesForm): Mistake[] {
  if (kind === 'promote' && programId === null) {
    return [{ path: 'completion.programId', words: 'Choose the program that people move into.' }];
  }
  if (kind === 'promote' && programId !== null && programIds.includes(programId)) {
    return [{ path: 'completion.programId', words: 'That program climbs this very series: choose another.' }];
  }
  if (kind === 'repeat' && maxCycles.trim() && !within(pointsOf(maxCycles), 1_000_000)) {
    return [{ path: 'completion.maxCycles', words: 'Write how many times in all, or leave it empty.' }];
  }
  return [];
}

function tierMistakes(
  tier: TierForm,
  index: number,
  tiers: readonly TierForm[],
  context: FormContext,
): Mistake[] {
  const path = `tiers.${index}`;
  return [
    ...needed(`${path}.name`, tier.name, 'Give the tier a name.'),
    ...thresholdMistakes(tier, `${path}.threshold`, tiers[index - 1]),
    ...gradientMistakes(tier, `${path}.medal`),
    ...(tier.ownEmail
      ? [
          ...needed(`${path}.email.subject`, tier.subject, 'Write a subject.'),
          ...needed(`${path}.email.body`, tier.body, 'Write the mail, or use the brand’s default.'),
        ]
      : []),
    ...tier.rewards.flatMap((reward, place) => [
      ...rewardMistakes(reward, `${path}.rewards.${place}`, context),
      ...costMistakes(reward, `${path}.rewards.${place}.cost`, context),
    ]),
  ];
}

function thresholdMistakes(tier: TierForm, path: string, below: TierForm | undefined): Mistake[] {
  const threshold = pointsOf(tier.threshold);
  if (threshold === null) return [{ path, words: 'Whole points, above 0.' }];
  const floor = below && pointsOf(below.threshold);
  if (!below || !floor || threshold > floor) return [];
  return [{ path, words: `Must be above ${below.name.trim() || 'the tier before it'} (${floor}).` }];
}

function gradientMistakes({ medal }: TierForm, path: string): Mistake[] {
  if ('preset' in medal) return [];
  const { colors } = medal.gradient;
  return colors.every(colour => /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour))
    ? []
    : [{ path, words: 'Each colour is a hex code, such as #c8963e.' }];
}

function rewardMistakes(reward: RewardForm, path: string, { exponent }: FormContext): Mistake[] {
  switch (reward.type) {
    case 'manual_product':
      return needed(`${path}.name`, reward.name, 'Name the product.');
    case 'custom':
      return needed(`${path}.title`, reward.title, 'Give the reward a title.');
    case 'shopify_product':
      return needed(`${path}.variantId`, reward.variantId, 'Choose the product.');
    case 'discount_code':
      return discountMistakes(reward, path, exponent);
  }
}

function costMistakes({ cost }: RewardForm, path: string, { exponent }: FormContext): Mistake[] {
  const isWrong = cost.trim() !== '' && minorOf(cost, exponent) === null;
  return isWrong ? [{ path, words: amountWords(exponent) }] : [];
}

function discountMistakes(reward: RewardForm, path: string, exponent: number): Mistake[] {
  const { off, percent, amount, minSubtotal, expiresInDays, source, poolId } = reward;
  const tests: [boolean, string, string][] = [
    [off === 'percent' && !within(pointsOf(percent), 100), 'percent', 'A whole number from 1 to 100.'],
    [off === 'amount' && !minorOf(amount, exponent), 'amount', amountWords(exponent)],
    [
      minSubtotal.trim() !== '' && minorOf(minSubtotal, exponent) === null,
      'minSubtotal',
      amountWords(exponent),
    ],
    [
      expiresInDays.trim() !== '' && !within(pointsOf(expiresInDays), 3650),
      'expiresInDays',
      'Whole days, from 1 to 3650.',
    ],
    [source === 'pool' && poolId === null, 'poolId', 'Choose the pool that the codes come from.'],
  ];
  return tests.filter(([wrong]) => wrong).map(([, field, words]) => ({ path: `${path}.${field}`, words }));
}

const amountWords = (exponent: number) =>
  exponent === 0 ? 'A whole amount, such as 10.' : `An amount such as 10 or 12.${'5'.padEnd(exponent, '0')}.`;

const within = (number: number | null, most: number) => number !== null && number <= most;
