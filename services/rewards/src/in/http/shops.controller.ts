import { pageQuery } from '@cairn/contracts/http/page';
import { type RewardSources, rewardSources } from '@cairn/contracts/http/shop';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ShopVariants } from '../../app/shop-variants.js';
import { shopsOf } from '../../out/postgres/shops.js';

const search = pageQuery.extend({ query: z.string().max(200).optional() });

@Controller('internal')
@UseGuards(ServiceTokenGuard)
export class ShopsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopVariants) private readonly variants: ShopVariants,
  ) {}

  /** A brand has at most one shop, so the list is one page. */
  @Get('shops')
  async shops(@CallerOf() caller: Caller) {
    return { items: await shopsOf(onPool(this.db), caller.brandId), nextCursor: null };
  }

  @Get('shops/:id/variants')
  async search(
    @CallerOf() caller: Caller,
    @Param('id', idParam('shop')) id: string,
    @Query(zodPipe(search)) { query, ...page }: z.infer<typeof search>,
  ) {
    return await this.variants.search(caller.brandId, id, query, page);
  }

  @Post('reward-sources/check')
  @HttpCode(200)
  async missing(@CallerOf() caller: Caller, @Body(zodPipe(rewardSources)) sources: RewardSources) {
    return await this.variants.missing(caller.brandId, sources);
  }
}
