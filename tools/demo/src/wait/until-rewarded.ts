import { z } from 'zod';
import type { ExpectedAmbassador } from '../check/expected.js';
import type { Api } from '../http/api.js';
import { everyItem } from '../http/pages.js';
import type { PlannedEvent } from '../plan/plan.js';
import { enrolledAmbassadors } from '../setup/ambassador-ids.js';
import { untilAll } from './until-all.js';

const reward = z.object({ status: z.string() });

/**
 * Those whose rewards the wait is for: who is promised a product, since orders are made last, and who has a refund to
 * come, which would put on hold what is not there yet (domain.md 3.6). E-mails do not tell: one may go ahead of its
 * rewards (5.1).
 */
export function awaited(
  ambassadors: readonly ExpectedAmbassador[],
  refunds: readonly PlannedEvent[],
): ExpectedAmbassador[] {
  const refunded = new Set(refunds.map(event => event.ambassador.externalId));
  return ambassadors.filter(
    ({ externalId, unlocks }) =>
      unlocks.length > 0 &&
      (refunded.has(externalId) ||
        unlocks.some(tier => tier.rewards.some(one => one.type === 'shopify_product'))),
  );
}

/**
 * Waits until the product itself says of everybody given that their rewards are there, none of them pending. Answers
 * how many are still waiting when nothing has moved for `patience` ms: 0 when all went well.
 */
export async function untilRewarded(
  api: Api,
  ambassadors: readonly ExpectedAmbassador[],
  onRewarded: (count: number) => void,
  patience: number,
): Promise<number> {
  const enrolled = await enrolledAmbassadors(api);
  const isRewarded = async ({ externalId, unlocks }: ExpectedAmbassador) => {
    const rewards = await everyItem(
      api,
      `/api/v1/ambassadors/${enrolled.get(externalId)!.id}/rewards`,
      reward,
    );
    const promised = unlocks.reduce((sum, tier) => sum + tier.rewards.length, 0);
    return rewards.length >= promised && rewards.every(({ status }) => status !== 'pending');
  };
  return await untilAll(ambassadors, isRewarded, onRewarded, patience);
}
