import { type ReplayProgress, type ReplayReceipts, replayReceipts } from '@cairn/contracts/http/replay';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Get, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { found } from '../../app/preconditions.js';
import { startReplay } from '../../app/start-replay.js';
import { findReplay } from '../../out/postgres/replays.js';

/** Replays of what was refused because no series was live (domain.md 2.7). */
@Controller('internal/replays')
@UseGuards(ServiceTokenGuard)
export class ReplaysController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  async start(@CallerOf() caller: Caller, @Body(zodPipe(replayReceipts)) body: ReplayReceipts) {
    return await this.commands.run(caller, sql => startReplay(sql, caller, body, this.clock()));
  }

  @Get(':id')
  async get(@CallerOf() caller: Caller, @Param('id', idParam('replay')) id: string): Promise<ReplayProgress> {
    return found(await findReplay(onPool(this.db), caller.brandId, id), 'replay');
  }
}
