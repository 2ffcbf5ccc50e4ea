import { type CreateApiKey, createApiKey } from '@cairn/contracts/http/brand';
import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { Caller } from '@cairn/service-kit/http/caller';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Delete, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { createKey } from '../../../app/keys/create-key.js';
import { revokeKey } from '../../../app/keys/revoke-key.js';
import { type ApiKey, listApiKeys } from '../../../out/postgres/api-keys.js';
import { idParam } from '../id-param.js';
import { KeyCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer } from './answer.js';
import { Needs } from './needs.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

@AdminController('keys')
export class KeysController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post()
  @Needs('admin:write')
  async create(
    @Body(zodPipe(createApiKey)) asked: CreateApiKey,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.answer.of(await createKey(this.db, caller, asked, this.clock()), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  async list(@Query(zodPipe(pageQuery)) { limit, cursor }: PageQuery, @KeyCaller() caller: Caller) {
    const before = decodeCursor(cursor, cursorKey);
    const keys = await listApiKeys(onPool(this.db), caller.brandId, before, limit + 1);
    return pageOf(keys, limit, shown, key => [key.createdAt, key.id]);
  }

  @Delete(':id')
  @Needs('admin:write')
  async revoke(
    @Param('id', idParam) id: string,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, mark } = await revokeKey(this.db, caller, id, this.clock());
    return await this.answer.of({ body: shown(body), mark }, caller, reply);
  }
}

function shown({ id, name, scopes, createdAt, revokedAt }: ApiKey) {
  return { id, name, scopes, createdAt, revokedAt };
}
