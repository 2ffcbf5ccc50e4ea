import { type MessageQuery, messageQuery } from '@cairn/contracts/http/message-item';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countLost, listMessages } from '../../app/list-messages.js';
import { sendAgain } from '../../app/send-again.js';
import { type CodesNeeded, codesNeeded, sendCodesNeeded } from '../../app/send-codes-needed.js';
import { type SignInRequest, sendSignIn, signInRequest } from '../../app/send-sign-in.js';

@Controller('internal/messages')
@UseGuards(ServiceTokenGuard)
export class MessagesController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('sign-in')
  @HttpCode(202)
  async signIn(@CallerOf() caller: Caller, @Body(zodPipe(signInRequest)) request: SignInRequest) {
    await inTransaction(this.db, sql => sendSignIn(sql, caller.brandId, request, this.clock()));
    this.runner.wake();
    return {};
  }

  @Post('codes-needed')
  @HttpCode(202)
  async codesNeeded(@CallerOf() caller: Caller, @Body(zodPipe(codesNeeded)) request: CodesNeeded) {
    await inTransaction(this.db, sql => sendCodesNeeded(sql, caller.brandId, request, this.clock()));
    this.runner.wake();
    return {};
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(messageQuery)) query: MessageQuery) {
    return await listMessages(onPool(this.db), caller.brandId, query);
  }

  @Get('counts')
  async counts(@CallerOf() caller: Caller) {
    return await countLost(onPool(this.db), caller.brandId);
  }

  @Post(':id/send-again')
  @HttpCode(200)
  async sendAgain(@CallerOf() caller: Caller, @Param('id', idParam('message')) id: string) {
    const answer = await this.commands.run(caller, sql => sendAgain(sql, caller, id, this.clock()));
    this.runner.wake();
    return answer;
  }
}
