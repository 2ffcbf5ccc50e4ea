import {
  type AddCodes,
  addCodes as addCodesBody,
  type CreateCodePool,
  createCodePool as createCodePoolBody,
} from '@cairn/contracts/http/code-pool';
import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Get, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addCodes, createCodePool, listCodePools } from '../../app/code-pools.js';

/** Uploaded codes (domain.md 4.3). */
@Controller('internal/code-pools')
@UseGuards(ServiceTokenGuard)
export class CodePoolsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
  ) {}

  @Post()
  async create(@CallerOf() caller: Caller, @Body(zodPipe(createCodePoolBody)) body: CreateCodePool) {
    return await this.commands.run(caller, sql => createCodePool(sql, caller, body, this.clock()));
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(pageQuery)) page: PageQuery) {
    return await listCodePools(onPool(this.db), caller.brandId, page);
  }

  @Post(':id/codes')
  async add(
    @CallerOf() caller: Caller,
    @Param('id', idParam('code pool')) id: string,
    @Body(zodPipe(addCodesBody)) body: AddCodes,
  ) {
    const answer = await this.commands.run(caller, sql => addCodes(sql, caller, id, body, this.clock()));
    this.runner.wake();
    return answer;
  }
}
