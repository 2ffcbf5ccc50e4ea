import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import {
  type CreateProgram,
  createProgram,
  type UpdateProgram,
  updateProgram,
} from '@cairn/contracts/http/program';
import { referralRuleInput } from '@cairn/contracts/http/referral-rule-input';
import type { FixedRule } from '@cairn/contracts/referral-rule';
import type { Caller } from '@cairn/service-kit/http/caller';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Get, Headers, Inject, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { idParam } from '../id-param.js';
import { KeyCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer } from './answer.js';
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
  async create(
    @Body(zodPipe(createProgram)) body: CreateProgram,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['programs'], body };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  async list(@Query(zodPipe(pageQuery)) page: PageQuery, @KeyCaller() caller: Caller) {
    return await this.services.read('milestones', caller, ['programs'], page);
  }

  @Patch(':id')
  @Needs('admin:write')
  async update(
    @Param('id', idParam) id: string,
    @Body(zodPipe(updateProgram)) body: UpdateProgram,
    @Headers('if-match') ifMatch: string | undefined,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PATCH', path: ['programs', id], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Put(':id/referral-rule')
  @Needs('admin:write')
  async putReferralRule(
    @Param('id', idParam) id: string,
    @Body(zodPipe(referralRuleInput)) body: FixedRule,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PUT', path: ['programs', id, 'referral-rule'], body };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }

  @Get(':id/referral-rule')
  @Needs('admin:read')
  async getReferralRule(@Param('id', idParam) id: string, @KeyCaller() caller: Caller) {
    return await this.services.read('points', caller, ['programs', id, 'referral-rule']);
  }
}
