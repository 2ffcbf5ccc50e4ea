import {
  type AddCodes,
  addCodes,
  addedCodes,
  type CreateCodePool,
  codePoolItem,
  createCodePool,
} from '@cairn/contracts/http/code-pool';
import { type PageQuery, pageOf, pageQuery } from '@cairn/contracts/http/page';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer } from './answer.js';
import { commanded, created } from './commanded.js';
import { Needs } from './needs.js';

/** Code pools are rewards' (domain.md 4.3). */
@AdminController('code-pools')
export class CodePoolsController {
  constructor(
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('admin:write')
  @Answers(commanded(201, created), { summary: 'Create a code pool', problems: ['duplicate_name'] })
  async create(
    @Body(zodPipe(createCodePool)) body: CreateCodePool,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['code-pools'], body };
    return await this.answer.of(await this.services.command('rewards', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(codePoolItem) }, { summary: 'List code pools' })
  async list(@Query(zodPipe(pageQuery)) page: PageQuery, @AdminCaller() caller: Caller) {
    return await this.services.read('rewards', caller, ['code-pools'], page);
  }

  /** Grants that wait for codes are filled by themselves, the oldest first. */
  @Post(':id/codes')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers({ 200: addedCodes }, { summary: 'Add codes to a pool' })
  async addCodes(
    @Param('id', idParam('code pool')) id: string,
    @Body(zodPipe(addCodes)) body: AddCodes,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['code-pools', id, 'codes'], body };
    return await this.answer.of(await this.services.command('rewards', caller, call), caller, reply);
  }
}
