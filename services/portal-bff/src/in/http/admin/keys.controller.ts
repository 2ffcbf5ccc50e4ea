import { apiKeyItem, type CreateApiKey, createApiKey, createdApiKey } from '@cairn/contracts/http/brand';
import { type PageQuery, pageQuery, pageOf as pageSchema } from '@cairn/contracts/http/page';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Delete, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { createKey } from '../../../app/keys/create-key.js';
import { revokeKey } from '../../../app/keys/revoke-key.js';
import { type ApiKey, listApiKeys } from '../../../out/postgres/api-keys.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer } from './answer.js';
import { commanded } from './commanded.js';
import { Needs } from './needs.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

@AdminController('keys')
export class KeysController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('members')
  @Answers(commanded(201, createdApiKey), { summary: 'Create an API key', operationId: 'createKey' })
  async create(
    @Body(zodPipe(createApiKey)) asked: CreateApiKey,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const created = await this.commands.run(caller, sql => createKey(sql, caller, asked, this.clock()));
    return await this.answer.of(created, caller, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageSchema(apiKeyItem) }, { summary: 'List API keys', operationId: 'listKeys' })
  async list(@Query(zodPipe(pageQuery)) { limit, cursor }: PageQuery, @AdminCaller() caller: Caller) {
    const before = decodeCursor(cursor, cursorKey);
    const keys = await listApiKeys(onPool(this.db), caller.brandId, before, limit + 1);
    return pageOf(keys, limit, shown, key => [key.createdAt, key.id]);
  }

  @Delete(':id')
  @Needs('members')
  @Answers(commanded(200, apiKeyItem), { summary: 'Revoke an API key', operationId: 'revokeKey' })
  async revoke(
    @Param('id', idParam('key')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, mark } = await revokeKey(this.db, caller, id, this.clock());
    return await this.answer.of({ body: shown(body), mark }, caller, reply);
  }
}

function shown({ id, name, scopes, createdAt, revokedAt }: ApiKey) {
  return { id, name, scopes, createdAt, revokedAt };
}
