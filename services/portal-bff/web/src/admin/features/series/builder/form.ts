import type { Medal, MedalPreset } from '@cairn/contracts/medal';

/** What the builder edits: text as it is typed, so that nothing is lost while it is half written. */
export interface SeriesForm {
  name: string;
  category: string;
  programIds: string[];
  /** Wall-clock time of the brand's zone, or empty. */
  startsAt: string;
  endsAt: string;
  completion: CompletionForm;
  tiers: TierForm[];
}

/** All kinds' fields at once: changing the kind and back keeps what was typed. */
export interface CompletionForm {
  kind: 'stay' | 'repeat' | 'promote';
  /** Empty: unlimited. */
  maxCycles: string;
  carryOver: boolean;
  programId: string | null;
}

export interface TierForm {
  /** Names the tier in this form; its id comes from the server. */
  key: string;
  id: string | null;
  name: string;
  threshold: string;
  medal: Medal;
  description: string;
  ownEmail: boolean;
  subject: string;
  body: string;
  rewards: RewardForm[];
}

export type RewardKind = 'discount_code' | 'shopify_product' | 'manual_product' | 'custom';

export interface RewardForm {
  key: string;
  type: RewardKind;
  off: 'percent' | 'amount';
  percent: string;
  /** Major units of the brand's currency, as typed; so is `minSubtotal`. */
  amount: string;
  minSubtotal: string;
  expiresInDays: string;
  source: 'shopify' | 'pool';
  poolId: string | null;
  name: string;
  title: string;
  description: string;
  variantId: string;
  choice: boolean;
  /** What one costs the brand, major units as typed; empty: not said. */
  cost: string;
}

/** What turns typed text into the draft and back. */
export interface FormContext {
  /** Decimal places of the brand's currency. */
  exponent: number;
  timeZone: string;
}

export const emptyForm: SeriesForm = {
  name: '',
  category: '',
  programIds: [],
  startsAt: '',
  endsAt: '',
  completion: { kind: 'stay', maxCycles: '', carryOver: false, programId: null },
  tiers: [],
};

export const emptyReward: Omit<RewardForm, 'key' | 'type'> = {
  off: 'percent',
  percent: '10',
  amount: '',
  minSubtotal: '',
  expiresInDays: '',
  source: 'shopify',
  poolId: null,
  name: '',
  title: '',
  description: '',
  variantId: '',
  choice: false,
  cost: '',
};

const climb: readonly MedalPreset[] = [
  'bronze',
  'silver',
  'gold',
  'platinum',
  'diamond',
  'ruby',
  'emerald',
  'sapphire',
];

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The next tier of a ladder as people would make it: the next medal with its name, twice as high as the last. */
export function nextTier(tiers: readonly TierForm[], key: string): TierForm {
  const last = tiers.at(-1);
  const preset = climb.find(one => !tiers.some(({ medal }) => 'preset' in medal && medal.preset === one));
  const height = last ? pointsOf(last.threshold) : 125;
  return {
    key,
    id: null,
    name: preset ? capitalised(preset) : `Tier ${tiers.length + 1}`,
    threshold: height === null ? '' : String(Math.min(height * 2, Number.MAX_SAFE_INTEGER)),
    medal: { preset: preset ?? 'gold' },
    description: '',
    ownEmail: false,
    subject: '',
    body: '',
    rewards: [],
  };
}

/** Moves a tier to another place; the thresholds stay where they are, so that they go on ascending. */
export function movedTier(tiers: readonly TierForm[], from: number, to: number): TierForm[] {
  const moved = tiers[from];
  if (moved === undefined || to < 0 || to >= tiers.length) return [...tiers];
  const others = tiers.filter((_, index) => index !== from);
  const order = [...others.slice(0, to), moved, ...others.slice(to)];
  return order.map((tier, index) => ({ ...tier, threshold: tiers[index]?.threshold ?? tier.threshold }));
}

/** Typed points ("1,000") as an integer above 0; null for anything else. */
export function pointsOf(typed: string): number | null {
  const text = typed.trim().replace(/(?<=\d)[,.\s](?=\d{3}(\D|$))/g, '');
  const points = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  return points > 0 && Number.isSafeInteger(points) ? points : null;
}
