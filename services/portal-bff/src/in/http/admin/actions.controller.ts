import {
  actionItem,
  type CreateAction,
  createAction,
  type UpdateAction,
  updateAction,
} from '@cairn/contracts/http/action';
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

/** Actions are points' (domain.md 2.1). */
@AdminController('actions')
export class ActionsController {
  constructor(
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('admin:write')
  @Answers(commanded(201, created), { summary: 'Create an action' })
  async create(
    @Body(zodPipe(createAction)) body: CreateAction,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['actions'], body };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(actionItem) }, { summary: 'List actions' })
  async list(@Query(zodPipe(earningQuery)) query: EarningQuery, @AdminCaller() caller: Caller) {
    return await this.services.read('points', caller, ['actions'], query);
  }

  @Get(':id')
  @Needs('admin:read')
  @Answers({ 200: actionItem }, { summary: 'Get an action' })
  async read(
    @Param('id', idParam('action')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('points', caller, ['actions', id]);
    passTag(reply, etag);
    return body;
  }

  @Patch(':id')
  @Needs('admin:write')
  @Answers(commanded(200, actionItem), { summary: 'Update an action' })
  async update(
    @Param('id', idParam('action')) id: string,
    @Body(zodPipe(updateAction)) body: UpdateAction,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PATCH', path: ['actions', id], body, ifMatch };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, actionItem), { summary: 'Archive an action' })
  async archive(
    @Param('id', idParam('action')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['actions', id, 'archive'] };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }
}
