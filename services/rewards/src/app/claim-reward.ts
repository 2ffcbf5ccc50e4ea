import type { ClaimReward } from '@cairn/contracts/http/fulfilment';
import type { RewardItem } from '@cairn/contracts/http/reward-item';
import type { VariantItem } from '@cairn/contracts/http/shop';
import type { ShopifyProductReward } from '@cairn/contracts/reward';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { Commands } from '@cairn/service-kit/http/commands';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { variantGid } from '../domain/variant-gid.js';
import { type RewardRow, rewardRow } from '../out/postgres/reward-rows.js';
import { changeGrant } from './change-grants.js';
import { rewardItem } from './reward-view.js';
import { ShopVariants } from './shop-variants.js';

/** What an ambassador does with a product that waits for them (domain.md 4.5). */
@Injectable()
export class ClaimProduct {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(ShopVariants) private readonly variants: ShopVariants,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What may be chosen: the product's variants that can be had, or the one that the reward names. */
  async choices(brandId: string, ambassadorId: string, id: string): Promise<VariantItem[]> {
    const { reward } = await this.own(brandId, ambassadorId, id);
    if (reward.type !== 'shopify_product') return [];
    const items = await this.variants.available(brandId, reward.variantId);
    return reward.choice === true ? items : items.filter(item => item.id === variantGid(reward.variantId));
  }

  /**
   * Has the product ordered: the shop is asked about the variant first, and the claim is one transaction.
   * @throws DomainError `not_found`, `not_claimable`, `no_choice`, `unknown_variant`, `unavailable`.
   */
  async claim(
    caller: Caller,
    ambassadorId: string,
    id: string,
    { variantId, address }: ClaimReward,
  ): Promise<CommandAnswer<RewardItem>> {
    const { brandId } = caller;
    const row = await this.own(brandId, ambassadorId, id);
    const chosen = variantId === undefined ? null : variantGid(variantId);
    if (chosen !== null) await this.checkChoice(brandId, row, chosen);
    return await this.commands.run(caller, async sql => {
      const claim = { variantGid: chosen, address };
      await changeGrant(sql, caller, id, { kind: 'claim', claim }, this.clock());
      return { body: rewardItem((await rewardRow(sql, brandId, id))!), mark: null };
    });
  }

  /** Nothing is asked of the shop where the claim will be refused anyway, or was answered before. */
  private async checkChoice(brandId: string, { status, reward }: RewardRow, chosen: string): Promise<void> {
    if (status !== 'claimable' || !isFree(reward) || variantGid(reward.variantId) === chosen) return;
    const items = await this.variants.available(brandId, reward.variantId);
    if (items.some(item => item.id === chosen)) return;
    const detail = 'This variant cannot be had: choose one of the list of this reward’s variants.';
    throw new DomainError('unknown_variant', detail);
  }

  private async own(brandId: string, ambassadorId: string, id: string): Promise<RewardRow> {
    const row = await rewardRow(onPool(this.db), brandId, id);
    if (row?.ambassadorId === ambassadorId) return row;
    throw new DomainError('not_found', 'There is no reward with this id: check the id.');
  }
}

function isFree(reward: RewardRow['reward']): reward is ShopifyProductReward {
  return reward.type === 'shopify_product' && reward.choice === true;
}
