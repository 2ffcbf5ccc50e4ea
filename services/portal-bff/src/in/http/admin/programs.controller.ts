import { type PageQuery, pageOf, pageQuery } from '@cairn/contracts/http/page';
import {
  type CreateProgram,
  createProgram,
  programItem,
  type UpdateProgram,
  updateProgram,
} from '@cairn/contracts/http/program';
import {
  programRule,
  type ReferralRuleInput,
  referralRuleInput,
} from '@cairn/contracts/http/referral-rule-input';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Get, Headers, Inject, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer } from './answer.js';
import { commanded, created } from './commanded.js';
import { Needs } from './needs.js';

/** Programs are milestones', their referral rules points'. */
@AdminController('programs')
export class ProgramsController {
  constructor(
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('admin:write')
  @Answers(commanded(201, created), { summary: 'Create a program' })
  async create(
    @Body(zodPipe(createProgram)) body: CreateProgram,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['programs'], body };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(programItem) }, { summary: 'List programs' })
  async list(@Query(zodPipe(pageQuery)) page: PageQuery, @AdminCaller() caller: Caller) {
    return await this.services.read('milestones', caller, ['programs'], page);
  }

  @Patch(':id')
  @Needs('admin:write')
  @Answers(commanded(200, programItem), { summary: 'Update a program' })
  async update(
    @Param('id', idParam('program')) id: string,
    @Body(zodPipe(updateProgram)) body: UpdateProgram,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PATCH', path: ['programs', id], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Put(':id/referral-rule')
  @Needs('admin:write')
  @Answers(commanded(200, programRule), {
    summary: 'Set the referral rule of a program',
    operationId: 'setReferralRule',
  })
  async putReferralRule(
    @Param('id', idParam('program')) id: string,
    @Body(zodPipe(referralRuleInput)) body: ReferralRuleInput,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PUT', path: ['programs', id, 'referral-rule'], body };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }

  @Get(':id/referral-rule')
  @Needs('admin:read')
  @Answers(
    { 200: programRule },
    { summary: 'Get the referral rule of a program', operationId: 'getReferralRule' },
  )
  async getReferralRule(@Param('id', idParam('program')) id: string, @AdminCaller() caller: Caller) {
    return await this.services.read('points', caller, ['programs', id, 'referral-rule']);
  }
}
