import type { EventOf } from '@cairn/contracts/envelope';
import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import type { GrantStatus, Reward } from '@cairn/contracts/reward';
import { commandCause, deriveEvent, newId } from '@cairn/service-kit/events/derive';

export type Unlocked = EventOf<typeof tierUnlocked>;

const twentyPercent: Reward = { type: 'discount_code', source: 'shopify', percent: 20 };
const time = '2026-11-01T10:00:00.000Z';
const around = (brandId: string, aggregate: string, version: number) => ({
  cause: commandCause(brandId, new Date(time)),
  ordinal: 0,
  aggregate,
  version,
  time,
});

export function brandEvent(brandId: string): EventOf<typeof brandChanged> {
  return deriveEvent(brandChanged, {
    ...around(brandId, `catalog:catalogBrands:${brandId}`, 1),
    source: 'portal-bff',
    data: { ...brandChanged.example, brandId },
  });
}

export function ambassadorEvent(
  brandId: string,
  person: { ambassadorId: string; name: string; email: string },
): EventOf<typeof ambassadorChanged> {
  return deriveEvent(ambassadorChanged, {
    ...around(brandId, `catalog:catalogAmbassadors:${brandId}`, 1),
    source: 'milestones',
    data: { ...ambassadorChanged.example, ...person },
  });
}

/** An unlock of a tier with so many codes of 20% off. */
export function unlockEvent(brandId: string, ambassadorId: string, rewards: number, quiet = false): Unlocked {
  const unlockId = newId();
  return deriveEvent(tierUnlocked, {
    ...around(brandId, `unlock:${unlockId}`, 1),
    source: 'milestones',
    data: {
      ...tierUnlocked.example,
      unlockId,
      ambassadorId,
      quiet,
      grants: Array.from({ length: rewards }, () => ({
        grantId: newId(),
        reward: twentyPercent,
      })),
    },
  });
}

/** What became of a grant of that unlock. */
export function grantEvent(
  unlock: Unlocked,
  place: number,
  version: number,
  status: GrantStatus,
  code: string | null = null,
): EventOf<typeof grantChanged> {
  const { unlockId, ambassadorId, grants } = unlock.data;
  const { grantId, reward } = grants[place]!;
  return deriveEvent(grantChanged, {
    ...around(unlock.brandid, `grant:${grantId}`, version),
    source: 'rewards',
    data: { ...grantChanged.example, grantId, unlockId, ambassadorId, reward, status, code },
  });
}
