import { seriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import { pageOf, pageQuery } from '@cairn/contracts/http/page';
import {
  type CreateSeries,
  createSeries,
  seriesItem,
  seriesStanding,
  seriesView,
  type UpdateSeries,
  updateSeries,
} from '@cairn/contracts/http/series';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Delete, Get, Headers, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { checkTierMails } from '../../../app/series/check-tier-mails.js';
import { needsFulfilment } from '../../../out/postgres/read-model/grants.js';
import { type Call, listAnswer, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer, passTag } from './answer.js';
import { commanded, created } from './commanded.js';
import { Needs } from './needs.js';

const listQuery = pageQuery.extend({
  programId: z.uuid().optional(),
  category: z.string().optional(),
  status: seriesStatus.optional(),
});

/** Series are milestones'; how many of their grants wait for a person is the read model's. */
@AdminController('series')
export class SeriesController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('admin:write')
  @Answers(commanded(201, created), { summary: 'Create a series', description: 'As a draft.' })
  async create(
    @Body(zodPipe(createSeries)) body: CreateSeries,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await checkTierMails(this.services, caller, body.tiers);
    const call: Call = { method: 'POST', path: ['series'], body };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(seriesItem) }, { summary: 'List series' })
  async list(@Query(zodPipe(listQuery)) query: z.infer<typeof listQuery>, @AdminCaller() caller: Caller) {
    const page = listAnswer.parse(await this.services.read('milestones', caller, ['series'], query));
    const ids = page.items.map(series => series.id);
    const waiting = await needsFulfilment(onPool(this.db), caller.brandId, ids);
    return {
      items: page.items.map(series => ({ ...series, needsFulfilment: waiting.get(series.id) ?? 0 })),
      nextCursor: page.nextCursor,
    };
  }

  @Get(':id')
  @Needs('admin:read')
  @Answers({ 200: seriesView }, { summary: 'Get a series', operationId: 'getSeries' })
  async read(
    @Param('id', idParam('series')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('milestones', caller, ['series', id]);
    passTag(reply, etag);
    return body;
  }

  @Patch(':id')
  @Needs('admin:write')
  @Answers(commanded(200, seriesView), {
    summary: 'Update the draft of a series',
    description: 'Of a published series it begins the draft of its next version.',
    operationId: 'updateSeries',
    problems: ['series_ended'],
  })
  async update(
    @Param('id', idParam('series')) id: string,
    @Body(zodPipe(updateSeries)) body: UpdateSeries,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await checkTierMails(this.services, caller, body.tiers);
    const call: Call = { method: 'PATCH', path: ['series', id], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Delete(':id/draft')
  @Needs('admin:write')
  @Answers(commanded(200, seriesView), {
    summary: 'Discard the draft of a published series',
    operationId: 'discardSeriesDraft',
    problems: ['series_not_published'],
  })
  async discard(
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'DELETE', path: ['series', id, 'draft'], ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Get(':id/standing')
  @Needs('admin:read')
  @Answers(
    { 200: seriesStanding },
    { summary: 'Count who stands where in a series', operationId: 'getSeriesStanding' },
  )
  async standing(@Param('id', idParam('series')) id: string, @AdminCaller() caller: Caller) {
    return await this.services.read('milestones', caller, ['series', id, 'standing']);
  }
}
