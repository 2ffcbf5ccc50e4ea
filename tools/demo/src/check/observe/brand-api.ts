import { z } from 'zod';
import type { Api } from '../../http/api.js';
import { everyItem } from '../../http/pages.js';
import type { ObservedAmbassador } from '../observed.js';

const named = z.object({ id: z.string(), name: z.string() });
const balance = z.object({ available: z.int(), pending: z.int() });
const ledgerRow = z.object({
  seq: z.int(),
  eventId: z.string(),
  kind: z.string(),
  pendingDelta: z.int(),
  availableDelta: z.int(),
  seriesId: z.string().nullable(),
});
const progress = z.object({
  series: named.nullable(),
  cycle: z.int(),
  points: z.int(),
  pending: z.int(),
  currentTier: z.object({ name: z.string() }).nullable(),
  nextTier: z.object({ name: z.string() }).nullable(),
  tiers: z.array(
    z.object({ name: z.string(), threshold: z.int(), unlockedAt: z.string().nullable(), deficit: z.int() }),
  ),
});
const unlock = z.object({ series: named, cycle: z.int(), tier: named, unlockedAt: z.string() });
const reward = z.object({
  id: z.string(),
  tier: named,
  cycle: z.int(),
  type: z.string(),
  status: z.string(),
  code: z.string().nullish(),
  orderName: z.string().nullish(),
});

export type ApiPart = Omit<ObservedAmbassador, 'email' | 'discounts' | 'orders' | 'mails'>;

/** What the public API shows of one ambassador, all pages of it. */
export async function observeInApi(api: Api, ambassadorId: string): Promise<ApiPart> {
  const path = `/api/v1/ambassadors/${ambassadorId}`;
  const [standing, bar, ledger, unlocks, rewards] = await Promise.all([
    api.get(`${path}/balance`, balance),
    api.get(`${path}/progress`, progress),
    everyItem(api, `${path}/ledger`, ledgerRow),
    everyItem(api, `${path}/unlocks`, unlock),
    everyItem(api, `${path}/rewards`, reward),
  ]);
  return {
    balance: standing,
    ledger,
    progress: {
      ...bar,
      currentTier: bar.currentTier?.name ?? null,
      nextTier: bar.nextTier?.name ?? null,
      tiers: bar.tiers.map(({ unlockedAt, ...tier }) => ({ ...tier, unlocked: unlockedAt !== null })),
    },
    unlocks: unlocks.map(({ series, cycle, tier, unlockedAt }) => ({
      seriesId: series.id,
      cycle,
      tier: tier.name,
      unlockedAt,
    })),
    rewards: rewards.map(({ tier, code, orderName, ...rest }) => ({
      ...rest,
      tier: tier.name,
      code: code ?? null,
      orderName: orderName ?? null,
    })),
  };
}
