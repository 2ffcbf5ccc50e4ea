import type { Address } from '@cairn/contracts/address';
import type { EventOf } from '@cairn/contracts/envelope';
import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { DiscountCodeReward, Reward } from '@cairn/contracts/reward';
import { commandCause, deriveEvent, newId } from '@cairn/service-kit/events/derive';

export type Unlocked = EventOf<typeof tierUnlocked>;

const at = '2026-11-01T10:00:00.200Z';

export function brandEvent(brandId: string, currency = 'USD'): EventOf<typeof brandChanged> {
  return deriveEvent(brandChanged, {
    source: 'portal-bff',
    cause: commandCause(brandId, new Date(at)),
    ordinal: 0,
    aggregate: `catalog:catalogBrands:${brandId}`,
    version: 1,
    time: at,
    data: { ...brandChanged.example, brandId, currency, slug: `rosewood-${brandId.slice(-4)}` },
  });
}

export function ambassadorEvent(
  brandId: string,
  person: { ambassadorId: string; name: string; email: string; address?: Address | null },
  version = 1,
  time = at,
): EventOf<typeof ambassadorChanged> {
  return deriveEvent(ambassadorChanged, {
    source: 'milestones',
    cause: commandCause(brandId, new Date(at)),
    ordinal: 0,
    aggregate: `catalog:catalogAmbassadors:${brandId}`,
    version,
    time,
    data: { ...ambassadorChanged.example, ...person },
  });
}

/** An unlock of a tier with these rewards; one without a type is a code made at Shopify. */
export function unlockEvent(
  brandId: string,
  ambassadorId: string,
  rewards: (Reward | Partial<DiscountCodeReward>)[] = [{ percent: 20 }],
  quiet = false,
): Unlocked {
  const unlockId = newId();
  return deriveEvent(tierUnlocked, {
    source: 'milestones',
    cause: commandCause(brandId, new Date(at)),
    ordinal: 0,
    aggregate: `unlock:${unlockId}`,
    version: 1,
    time: at,
    data: {
      ...tierUnlocked.example,
      unlockId,
      ambassadorId,
      quiet,
      unlockedAt: at,
      grants: rewards.map(reward => ({
        grantId: crypto.randomUUID(),
        reward: ('type' in reward
          ? reward
          : { type: 'discount_code', source: 'shopify', ...reward }) as Reward,
      })),
    },
  });
}
