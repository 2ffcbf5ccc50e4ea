import {
  ambassadorDetail,
  ambassadorItem,
  type CreateAmbassador,
  createAmbassador,
  createdAmbassador,
  type LeaveProgram,
  leaveProgram,
  type MoveAmbassador,
  moveAmbassador,
  type UpdateAmbassador,
  updateAmbassador,
} from '@cairn/contracts/http/ambassador';
import { session } from '@cairn/contracts/http/auth';
import { pageOf, pageQuery } from '@cairn/contracts/http/page';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Get, Headers, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { openSessionFor } from '../../../app/auth/open-session-for.js';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer, passTag } from './answer.js';
import { commanded } from './commanded.js';
import { Needs } from './needs.js';

const listQuery = pageQuery.extend({
  externalId: z.string().optional(),
  email: z.string().optional(),
  code: z.string().optional(),
  programId: z.uuid().optional(),
});

/** A leave without a body is one now. */
const leaveBody = leaveProgram.nullish().transform(body => body ?? {});

/** Ambassadors are milestones'; their sessions are ours. */
@AdminController('ambassadors')
export class AmbassadorsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('admin:write')
  @Answers(commanded(201, createdAmbassador), {
    summary: 'Create an ambassador',
    problems: ['duplicate_external_id', 'duplicate_email', 'duplicate_code'],
  })
  async create(
    @Body(zodPipe(createAmbassador)) body: CreateAmbassador,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['ambassadors'], body };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(ambassadorItem) }, { summary: 'List ambassadors' })
  async list(@Query(zodPipe(listQuery)) query: z.infer<typeof listQuery>, @AdminCaller() caller: Caller) {
    return await this.services.read('milestones', caller, ['ambassadors'], query);
  }

  @Get(':id')
  @Needs('admin:read')
  @Answers({ 200: ambassadorDetail }, { summary: 'Get an ambassador' })
  async read(
    @Param('id', idParam('ambassador')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('milestones', caller, ['ambassadors', id]);
    passTag(reply, etag);
    return body;
  }

  @Patch(':id')
  @Needs('admin:write')
  @Answers(commanded(200, ambassadorDetail), {
    summary: 'Update an ambassador',
    problems: ['duplicate_external_id', 'duplicate_email', 'duplicate_code'],
  })
  async update(
    @Param('id', idParam('ambassador')) id: string,
    @Body(zodPipe(updateAmbassador)) body: UpdateAmbassador,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PATCH', path: ['ambassadors', id], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, ambassadorDetail), {
    summary: 'Move an ambassador to another program',
    description:
      'From `at` on, or from now; whoever left comes back. What happened before belongs to the program that they were in, and what was judged stays.',
    operationId: 'moveAmbassador',
    problems: ['already_in_program', 'move_before_membership'],
  })
  async move(
    @Param('id', idParam('ambassador')) id: string,
    @Body(zodPipe(moveAmbassador)) body: MoveAmbassador,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['ambassadors', id, 'move'], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, ambassadorDetail), {
    summary: 'Take an ambassador out of their program',
    description: 'From `at` on, or from now. They keep their points and medals, and may come back by a move.',
    operationId: 'leaveProgram',
    problems: ['already_left', 'move_before_membership'],
  })
  async leave(
    @Param('id', idParam('ambassador')) id: string,
    @Body(zodPipe(leaveBody)) body: LeaveProgram,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['ambassadors', id, 'leave'], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Post(':id/session')
  @Needs('admin:write')
  @Answers(
    { 201: session },
    { summary: 'Open a portal session for an ambassador', operationId: 'openAmbassadorSession' },
  )
  async openSession(@Param('id', idParam('ambassador')) id: string, @AdminCaller() caller: Caller) {
    const opened = await this.commands.run(caller, sql => openSessionFor(sql, caller, id, this.clock()));
    return opened.body;
  }
}
