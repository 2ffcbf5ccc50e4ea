import { rewardWords } from '@cairn/contracts/words/reward-words';
import { readinessOf } from '../../domain/readiness.js';
import type { GrantState, Unlock } from '../../out/postgres/unlocks.js';
import { stoneStyle } from './stone-style.js';

export interface MailBrand {
  name: string;
  timezone: string;
  currency: string;
  exponent: number;
}

export interface MailPerson {
  name: string;
  email: string;
}

/** One reward as templates see it. */
interface MailReward {
  /** "20% off orders over $50". */
  words: string;
  /** Empty where there is none. */
  code: string;
  /** "1 December 2026 at 05:00 GMT-5", in the brand's zone; empty where it never ends. */
  expires: string;
  /** What happens next, where there is no code. */
  note: string;
}

/** What a template about an unlock may use; README.md lists it for those who write templates. */
export interface UnlockMailData {
  ambassador: { name: string; firstName: string };
  brand: { name: string };
  series: { name: string };
  tier: { name: string; threshold: string; description: string };
  points: string;
  /** In the mail. */
  rewards: MailReward[];
  /** Not ready yet: a second mail brings them. */
  pending: { words: string }[];
  /** Null at the top. */
  next: { name: string; threshold: string } | null;
  portalUrl: string;
  stone: string;
}

const notes: Partial<Record<GrantState['status'], string>> = {
  needs_fulfilment: 'is being prepared for you: there is nothing you need to do',
  ordered: 'is on its way to you',
  fulfilled: 'is on its way to you',
  claimable: 'waits for you in the portal: choose there how you would like it',
};

/**
 * Everything a mail about an unlock says. `without` are the grants that it goes without; `only`, where given, those that
 * it brings.
 */
export function unlockMailData(of: {
  brand: MailBrand;
  ambassador: MailPerson;
  unlock: Unlock;
  states: readonly GrantState[];
  without: readonly string[];
  only?: readonly string[];
  portalUrl: string;
}): UnlockMailData {
  const { brand, ambassador, unlock } = of;
  const words = (reward: Unlock['grants'][number]['reward']) =>
    rewardWords(reward, brand.currency, brand.exponent);
  const shown = of.states.filter(
    state =>
      readinessOf(state.status) === 'ready' &&
      !of.without.includes(state.grantId) &&
      (of.only === undefined || of.only.includes(state.grantId)),
  );
  return {
    ambassador: { name: ambassador.name, firstName: ambassador.name.trim().split(/\s+/)[0] ?? '' },
    brand: { name: brand.name },
    series: { name: unlock.series.name },
    tier: {
      name: unlock.tier.name,
      threshold: count(unlock.tier.threshold),
      description: unlock.tier.description,
    },
    points: count(unlock.points),
    rewards: unlock.grants.flatMap(({ grantId, reward }) =>
      shown
        .filter(state => state.grantId === grantId)
        .map(state => ({
          words: words(reward),
          code: state.code ?? '',
          expires: state.expiresAt === null ? '' : inZone(state.expiresAt, brand.timezone),
          note: state.code === null ? (notes[state.status] ?? '') : '',
        })),
    ),
    pending: unlock.grants
      .filter(({ grantId }) => of.without.includes(grantId))
      .map(({ reward }) => ({ words: words(reward) })),
    next: unlock.nextTier && { name: unlock.nextTier.name, threshold: count(unlock.nextTier.threshold) },
    portalUrl: of.portalUrl,
    stone: stoneStyle(unlock.tier.medal),
  };
}

/** A number as people write it. */
export function count(many: number): string {
  return new Intl.NumberFormat('en-US').format(many);
}

function inZone(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}
