import {
  type CreateCampaign,
  campaignItem,
  createCampaign,
  type UpdateCampaign,
  updateCampaign,
} from '@cairn/contracts/http/campaign';
import { pageOf } from '@cairn/contracts/http/page';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Get, Headers, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer, passTag } from './answer.js';
import { commanded, created } from './commanded.js';
import { type EarningQuery, earningQuery } from './earning-query.js';
import { Needs } from './needs.js';

/** Campaigns are points' (domain.md 2.5). */
@AdminController('campaigns')
export class CampaignsController {
  constructor(
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('admin:write')
  @Answers(commanded(201, created), { summary: 'Create a campaign' })
  async create(
    @Body(zodPipe(createCampaign)) body: CreateCampaign,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['campaigns'], body };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(campaignItem) }, { summary: 'List campaigns' })
  async list(@Query(zodPipe(earningQuery)) query: EarningQuery, @AdminCaller() caller: Caller) {
    return await this.services.read('points', caller, ['campaigns'], query);
  }

  @Get(':id')
  @Needs('admin:read')
  @Answers({ 200: campaignItem }, { summary: 'Get a campaign' })
  async read(
    @Param('id', idParam('campaign')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('points', caller, ['campaigns', id]);
    passTag(reply, etag);
    return body;
  }

  @Patch(':id')
  @Needs('admin:write')
  @Answers(commanded(200, campaignItem), { summary: 'Update a campaign' })
  async update(
    @Param('id', idParam('campaign')) id: string,
    @Body(zodPipe(updateCampaign)) body: UpdateCampaign,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PATCH', path: ['campaigns', id], body, ifMatch };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, campaignItem), { summary: 'Archive a campaign' })
  async archive(
    @Param('id', idParam('campaign')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['campaigns', id, 'archive'] };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }
}
