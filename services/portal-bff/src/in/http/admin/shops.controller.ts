import { type PageQuery, pageOf, pageQuery } from '@cairn/contracts/http/page';
import { connectingShop, connectShop, shopItem, updateShop, variantItem } from '@cairn/contracts/http/shop';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
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

  /** The shop's owner agrees there, and comes back to the settings. */
  @Post('connect')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(
    { 200: connectingShop },
    {
      summary: 'Connect a shop',
      description: 'Open `authorizeUrl` in a browser within 15 minutes; it is good once.',
      problems: ['shop_connected_elsewhere', 'shopify_app_missing'],
      idempotent: false,
    },
  )
  async connect(
    @Body(zodPipe(connectShop)) body: z.infer<typeof connectShop>,
    @AdminCaller() caller: Caller,
  ) {
    return await this.services.send('rewards', caller, { method: 'POST', path: ['shops', 'connect'], body });
  }

  @Patch(':id')
  @Needs('admin:write')
  @Answers({ 200: shopItem }, { summary: 'Make a shop the primary one', problems: ['shop_not_connected'] })
  async update(
    @Param('id', idParam('shop')) id: string,
    @Body(zodPipe(updateShop)) body: z.infer<typeof updateShop>,
    @AdminCaller() caller: Caller,
  ) {
    return await this.services.send('rewards', caller, { method: 'PATCH', path: ['shops', id], body });
  }

  @Delete(':id')
  @Needs('admin:write')
  @Answers({ 200: z.object({}) }, { summary: 'Disconnect a shop' })
  async disconnect(@Param('id', idParam('shop')) id: string, @AdminCaller() caller: Caller) {
    return await this.services.send('rewards', caller, { method: 'DELETE', path: ['shops', id] });
  }

  @Post(':id/pull')
  @HttpCode(202)
  @Needs('admin:write')
  @Answers(
    { 202: z.object({}) },
    {
      summary: 'Look for orders of a shop now',
      description:
        'They are looked for once a day in any case, since webhooks get lost. `ordersPulledAt` of the shop says up to when that was done.',
      problems: ['shop_not_connected'],
      idempotent: false,
    },
  )
  async pull(@Param('id', idParam('shop')) id: string, @AdminCaller() caller: Caller) {
    return await this.services.send('rewards', caller, { method: 'POST', path: ['shops', id, 'pull'] });
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
