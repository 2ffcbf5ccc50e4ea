import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CodesNeeded, codesNeeded, sendCodesNeeded } from '../../app/send-codes-needed.js';
import { type SignInRequest, sendSignIn, signInRequest } from '../../app/send-sign-in.js';

@Controller('internal/messages')
@UseGuards(ServiceTokenGuard)
export class MessagesController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
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
}
