import { type SeriesView, seriesView } from '@cairn/contracts/http/series';
import { missingSources } from '@cairn/contracts/http/shop';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { ServiceClient } from '../../out/services/service-client.js';
import { editedOf } from './edited-of.js';

/**
 * Asks rewards whether the shop has every variant that a draft promises, and the brand every pool (api.md, Keys).
 * @returns the ETag of the draft that was looked at, for the publish that follows; null where nothing was to be checked.
 * @throws DomainError `unknown_variant`, `unknown_pool` or `unknown_shop`, naming the fields.
 */
export async function checkRewardSources(
  services: ServiceClient,
  caller: Caller,
  seriesId: string,
): Promise<string | null> {
  const { body, etag } = await services.readTagged('milestones', caller, ['series', seriesId]);
  const series = seriesView.parse(body);
  const isToPublish = series.version === 0 || series.draft !== null;
  const promised = promisesOf(editedOf(series));
  if (!isToPublish || promised.length === 0) return null;
  const asked = {
    variantIds: promised.flatMap(({ variantId }) => variantId ?? []),
    poolIds: promised.flatMap(({ poolId }) => poolId ?? []),
    shopIds: promised.flatMap(({ shopId }) => shopId ?? []),
  };
  const call = { method: 'POST' as const, path: ['reward-sources', 'check'], body: asked };
  const missing = missingSources.parse(await services.send('rewards', caller, call));
  refuse(
    promised.filter(({ variantId }) => variantId !== undefined && missing.variantIds.includes(variantId)),
    'unknown_variant',
    'The connected shop does not have this product: choose another, or connect the shop that has it.',
  );
  refuse(
    promised.filter(({ poolId }) => poolId !== undefined && missing.poolIds.includes(poolId)),
    'unknown_pool',
    'There is no code pool with this id: choose another, or make it first.',
  );
  refuse(
    promised.filter(({ shopId }) => shopId !== undefined && missing.shopIds.includes(shopId)),
    'unknown_shop',
    'There is no connected shop with this id: take one of GET /shops, or connect it first.',
  );
  return etag;
}

interface Promised {
  path: string;
  variantId?: string;
  poolId?: string;
  shopId?: string;
}

function promisesOf(series: SeriesView): Promised[] {
  return series.tiers.flatMap((tier, t) =>
    tier.rewards.flatMap((reward, r): Promised[] => {
      const path = `tiers.${t}.rewards.${r}`;
      if (reward.type === 'shopify_product')
        return [{ path: `${path}.variantId`, variantId: reward.variantId }];
      if (reward.type === 'discount_code' && reward.source === 'pool')
        return [{ path: `${path}.poolId`, poolId: reward.poolId ?? '' }];
      if (reward.type === 'discount_code' && reward.shopId !== undefined)
        return [{ path: `${path}.shopId`, shopId: reward.shopId }];
      return [];
    }),
  );
}

function refuse(missing: readonly Promised[], code: string, message: string): void {
  if (missing.length === 0) return;
  throw new DomainError(
    code,
    message,
    missing.map(({ path }) => ({ path, message })),
  );
}
