import type { TrustLevel } from '@cairn/contracts/earning';
import {
  ambassadorItem,
  type CreateTrustedAmbassador,
  createdAmbassador,
  createTrustedAmbassador,
  type LeaveProgram,
  leaveProgram,
  type MoveAmbassador,
  moveAmbassador,
  trustedAmbassador,
  type UpdateTrustedAmbassador,
  updateTrustedAmbassador,
} from '@cairn/contracts/http/ambassador';
import { session } from '@cairn/contracts/http/auth';
import { pageOf, pageQuery } from '@cairn/contracts/http/page';
import { type TrustView, trustView } from '@cairn/contracts/http/submission';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Get, Headers, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Admin } from '../../../app/auth/admin.js';
import { lookAs } from '../../../app/auth/look-as.js';
import { openSessionFor } from '../../../app/auth/open-session-for.js';
import { Settle } from '../../../app/settle.js';
import { findTrust } from '../../../out/postgres/read-model/trusts.js';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller, AdminOf } from './admin.guard.js';
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

const passedOn = z.looseObject({});

/** A leave without a body is one now. */
const leaveBody = leaveProgram.nullish().transform(body => body ?? {});

/** What milestones answers, with what is known of their trust. */
function trusted(body: unknown, { trust, setBy }: TrustView) {
  return { ...passedOn.parse(body), trust, trustSetBy: setBy };
}

/** Ambassadors are milestones', their trust is points', their sessions are ours. */
@AdminController('ambassadors')
export class AmbassadorsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
    @Inject(Settle) private readonly settle: Settle,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Post()
  @Needs('admin:write')
  @Answers(commanded(201, createdAmbassador), {
    summary: 'Create an ambassador',
    problems: ['duplicate_external_id', 'duplicate_email', 'duplicate_code'],
  })
  async create(
    @Body(zodPipe(createTrustedAmbassador)) { trust, ...body }: CreateTrustedAmbassador,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['ambassadors'], body };
    const made = await this.services.command('milestones', caller, call);
    const { id } = createdAmbassador.parse(made.body);
    const isThere = await this.settle.settled(caller.brandId, made.mark);
    const isTrusted = trust === undefined || (await this.trust(caller, id, trust)).isThere;
    return this.answer.told(made, isThere && isTrusted, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(ambassadorItem) }, { summary: 'List ambassadors' })
  async list(@Query(zodPipe(listQuery)) query: z.infer<typeof listQuery>, @AdminCaller() caller: Caller) {
    return await this.services.read('milestones', caller, ['ambassadors'], query);
  }

  @Get(':id')
  @Needs('admin:read')
  @Answers({ 200: trustedAmbassador }, { summary: 'Get an ambassador' })
  async read(
    @Param('id', idParam('ambassador')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('milestones', caller, ['ambassadors', id]);
    passTag(reply, etag);
    return trusted(body, await findTrust(onPool(this.db), caller.brandId, id));
  }

  @Patch(':id')
  @Needs('admin:write')
  @Answers(commanded(200, trustedAmbassador), {
    summary: 'Update an ambassador',
    problems: ['duplicate_external_id', 'duplicate_email', 'duplicate_code'],
  })
  async update(
    @Param('id', idParam('ambassador')) id: string,
    @Body(zodPipe(updateTrustedAmbassador)) { trust, ...body }: UpdateTrustedAmbassador,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PATCH', path: ['ambassadors', id], body, ifMatch };
    const changed = await this.services.command('milestones', caller, call);
    const isThere = await this.settle.settled(caller.brandId, changed.mark);
    const set = trust === undefined ? null : await this.trust(caller, id, trust);
    const told = set?.told ?? (await findTrust(onPool(this.db), caller.brandId, id));
    const answer = { ...changed, body: trusted(changed.body, told) };
    return this.answer.told(answer, isThere && set?.isThere !== false, reply);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, trustedAmbassador), {
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
    return await this.membership(call, id, caller, reply);
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, trustedAmbassador), {
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
    return await this.membership(call, id, caller, reply);
  }

  private async membership(call: Call, id: string, caller: Caller, reply: FastifyReply) {
    const changed = await this.services.command('milestones', caller, call);
    const told = await findTrust(onPool(this.db), caller.brandId, id);
    return await this.answer.of({ ...changed, body: trusted(changed.body, told) }, caller, reply);
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

  @Post(':id/look')
  @Needs('admin:read')
  @Answers(
    { 201: session },
    {
      summary: 'Look at the portal as an ambassador',
      operationId: 'lookAsAmbassador',
      description:
        'A portal session for an hour, with which everything is seen and nothing changed (403 `read_only`). The audit log ' +
        'keeps both names.',
    },
  )
  async look(
    @Param('id', idParam('ambassador')) id: string,
    @AdminCaller() caller: Caller,
    @AdminOf() admin: Admin,
  ) {
    const looked = await this.commands.run(caller, sql => lookAs(sql, caller, admin, id, this.clock()));
    return looked.body;
  }

  /** Points' part of the call, after milestones has said that the brand has them. */
  private async trust(caller: Caller, id: string, trust: TrustLevel | null) {
    const call: Call = { method: 'PUT', path: ['ambassadors', id, 'trust'], body: { trust } };
    const { body, mark } = await this.services.command('points', caller, call);
    return { told: trustView.parse(body), isThere: await this.settle.settled(caller.brandId, mark) };
  }
}
