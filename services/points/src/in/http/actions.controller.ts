import {
  type ActionItem,
  type CreateAction,
  createAction as createActionBody,
  type UpdateAction,
  updateAction as updateActionBody,
} from '@cairn/contracts/http/action';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { expectedRevision, tag } from '@cairn/service-kit/http/etag';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { archiveAction, updateAction } from '../../app/change-action.js';
import { createAction } from '../../app/create-action.js';
import { found } from '../../app/preconditions.js';
import { selectAction, selectActions } from '../../out/postgres/actions.js';
import { type EarningQuery, earningQuery, idCursor } from './earning-query.js';

@Controller('internal/actions')
@UseGuards(ServiceTokenGuard)
export class ActionsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  async create(@CallerOf() caller: Caller, @Body(zodPipe(createActionBody)) body: CreateAction) {
    return await this.commands.run(caller, sql => createAction(sql, caller, body, this.clock()));
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(earningQuery)) query: EarningQuery) {
    const { programId, archived, limit, cursor } = query;
    const after = decodeCursor(cursor, idCursor)?.[0] ?? null;
    const search = { programId, archived, after, limit: limit + 1 };
    const rows = await selectActions(onPool(this.db), caller.brandId, search);
    return pageOf(rows, limit, asIs, action => [action.id]);
  }

  @Get(':id')
  async get(
    @CallerOf() caller: Caller,
    @Param('id', idParam('action')) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionItem> {
    const action = found(await selectAction(onPool(this.db), caller.brandId, id), 'action');
    tag(reply, action.revision);
    return action;
  }

  @Patch(':id')
  async update(
    @CallerOf() caller: Caller,
    @Param('id', idParam('action')) id: string,
    @Body(zodPipe(updateActionBody)) body: UpdateAction,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const expected = expectedRevision(ifMatch);
    const answer = await this.commands.run(caller, sql =>
      updateAction(sql, caller, id, body, expected, this.clock()),
    );
    tag(reply, answer.body.revision);
    return answer;
  }

  @Post(':id/archive')
  @HttpCode(200)
  async archive(
    @CallerOf() caller: Caller,
    @Param('id', idParam('action')) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.commands.run(caller, sql => archiveAction(sql, caller, id, this.clock()));
    tag(reply, answer.body.revision);
    return answer;
  }
}

function asIs(action: ActionItem): ActionItem {
  return action;
}
