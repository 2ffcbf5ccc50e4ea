import { pageQuery } from '@cairn/contracts/http/page';
import { connectShop, type RewardSources, rewardSources, updateShop } from '@cairn/contracts/http/shop';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ChangeShop } from '../../app/change-shop.js';
import { ConnectShop } from '../../app/connect-shop.js';
import { ShopVariants } from '../../app/shop-variants.js';
import { shopItems } from '../../out/postgres/shops.js';

const search = pageQuery.extend({ query: z.string().max(200).optional() });

/** A browser that is back from a shop: what Shopify signed, and the brand that is signed in in it. */
const shopReturn = z.object({
  query: z.record(z.string(), z.string()),
  sessionBrandId: z.uuid().nullable(),
});

@Controller('internal')
@UseGuards(ServiceTokenGuard)
export class ShopsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopVariants) private readonly variants: ShopVariants,
    @Inject(ConnectShop) private readonly connecting: ConnectShop,
    @Inject(ChangeShop) private readonly changing: ChangeShop,
  ) {}

  /** A brand has few shops, so the list is one page. */
  @Get('shops')
  async shops(@CallerOf() caller: Caller) {
    return { items: await shopItems(onPool(this.db), caller.brandId), nextCursor: null };
  }

  @Post('shops/connect')
  @HttpCode(200)
  async connect(
    @CallerOf() caller: Caller,
    @Body(zodPipe(connectShop)) { domain }: z.infer<typeof connectShop>,
  ) {
    return await this.connecting.begin(caller, domain);
  }

  /** Of nobody: who comes back is known by the nonce. */
  @Post('shops/callback')
  @HttpCode(200)
  async callback(@Body(zodPipe(shopReturn)) { query, sessionBrandId }: z.infer<typeof shopReturn>) {
    return { outcome: await this.connecting.finish(query, sessionBrandId) };
  }

  @Patch('shops/:id')
  async update(
    @CallerOf() caller: Caller,
    @Param('id', idParam('shop')) id: string,
    @Body(zodPipe(updateShop)) _body: z.infer<typeof updateShop>,
  ) {
    return await this.changing.makePrimary(caller, id);
  }

  @Delete('shops/:id')
  async disconnect(@CallerOf() caller: Caller, @Param('id', idParam('shop')) id: string) {
    await this.changing.disconnect(caller, id);
    return {};
  }

  @Post('shops/:id/pull')
  @HttpCode(202)
  async pull(@CallerOf() caller: Caller, @Param('id', idParam('shop')) id: string) {
    await this.changing.pullOrders(caller, id);
    return {};
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
