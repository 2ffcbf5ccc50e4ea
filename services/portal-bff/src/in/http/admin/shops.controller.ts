import { type PageQuery, pageOf, pageQuery } from '@cairn/contracts/http/page';
import { shopItem, variantItem } from '@cairn/contracts/http/shop';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

const variantsQuery = pageQuery.extend({ query: z.string().trim().max(200).optional() });

/** The connected shops are rewards'. */
@AdminController('shops')
export class ShopsController {
  constructor(@Inject(ServiceClient) private readonly services: ServiceClient) {}

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(shopItem) }, { summary: 'List shops' })
  async list(@Query(zodPipe(pageQuery)) page: PageQuery, @AdminCaller() caller: Caller) {
    return await this.services.read('rewards', caller, ['shops'], page);
  }

  @Get(':id/variants')
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(variantItem) },
    { summary: 'Search the variants of a shop', operationId: 'listVariants' },
  )
  async variants(
    @Param('id', idParam('shop')) id: string,
    @Query(zodPipe(variantsQuery)) query: z.infer<typeof variantsQuery>,
    @AdminCaller() caller: Caller,
  ) {
    return await this.services.read('rewards', caller, ['shops', id, 'variants'], query);
  }
}
