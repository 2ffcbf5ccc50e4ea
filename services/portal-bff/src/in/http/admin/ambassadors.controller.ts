import {
  type CreateAmbassador,
  createAmbassador,
  type UpdateAmbassador,
  updateAmbassador,
} from '@cairn/contracts/http/ambassador';
import { pageQuery } from '@cairn/contracts/http/page';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { Caller } from '@cairn/service-kit/http/caller';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Get, Headers, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { openSessionFor } from '../../../app/auth/open-session-for.js';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { idParam } from '../id-param.js';
import { KeyCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer, passTag } from './answer.js';
import { Needs } from './needs.js';

const listQuery = pageQuery.extend({
  externalId: z.string().optional(),
  email: z.string().optional(),
  code: z.string().optional(),
  programId: z.uuid().optional(),
});

/** Ambassadors are milestones'; their sessions are ours. */
@AdminController('ambassadors')
export class AmbassadorsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('admin:write')
  async create(
    @Body(zodPipe(createAmbassador)) body: CreateAmbassador,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['ambassadors'], body };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  async list(@Query(zodPipe(listQuery)) query: z.infer<typeof listQuery>, @KeyCaller() caller: Caller) {
    return await this.services.read('milestones', caller, ['ambassadors'], query);
  }

  @Get(':id')
  @Needs('admin:read')
  async read(
    @Param('id', idParam) id: string,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('milestones', caller, ['ambassadors', id]);
    passTag(reply, etag);
    return body;
  }

  @Patch(':id')
  @Needs('admin:write')
  async update(
    @Param('id', idParam) id: string,
    @Body(zodPipe(updateAmbassador)) body: UpdateAmbassador,
    @Headers('if-match') ifMatch: string | undefined,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'PATCH', path: ['ambassadors', id], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Post(':id/session')
  @Needs('admin:write')
  async openSession(@Param('id', idParam) id: string, @KeyCaller() caller: Caller) {
    return await openSessionFor(this.db, caller, id, this.clock());
  }
}
