import { seriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import { pageQuery } from '@cairn/contracts/http/page';
import {
  type CreateSeries,
  createSeries,
  publishSeries,
  type UpdateSeries,
  updateSeries,
} from '@cairn/contracts/http/series';
import type { Caller } from '@cairn/service-kit/http/caller';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Get, Headers, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { needsFulfilment } from '../../../out/postgres/read-model/grants.js';
import { type Call, listAnswer, ServiceClient } from '../../../out/services/service-client.js';
import { idParam } from '../id-param.js';
import { KeyCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer, passTag } from './answer.js';
import { Needs } from './needs.js';

const listQuery = pageQuery.extend({
  programId: z.uuid().optional(),
  category: z.string().optional(),
  status: seriesStatus.optional(),
});

/** A publish without a body is one with every default. */
const publishBody = publishSeries.nullish().transform(body => body ?? publishSeries.parse({}));

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
  async create(
    @Body(zodPipe(createSeries)) body: CreateSeries,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['series'], body };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  async list(@Query(zodPipe(listQuery)) query: z.infer<typeof listQuery>, @KeyCaller() caller: Caller) {
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
  async read(
    @Param('id', idParam) id: string,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('milestones', caller, ['series', id]);
    passTag(reply, etag);
    return body;
  }

  @Patch(':id')
  @Needs('admin:write')
  async update(
    @Param('id', idParam) id: string,
    @Body(zodPipe(updateSeries)) body: UpdateSeries,
    @Headers('if-match') ifMatch: string | undefined,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PATCH', path: ['series', id], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Needs('admin:write')
  async publish(
    @Param('id', idParam) id: string,
    @Body(zodPipe(publishBody)) body: z.infer<typeof publishBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['series', id, 'publish'], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }
}
