import { type ClaimReward, claimReward } from '@cairn/contracts/http/fulfilment';
import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClaimProduct } from '../../app/claim-reward.js';
import { listRewards } from '../../app/list-rewards.js';

@Controller('internal/ambassadors/:ambassadorId/rewards')
@UseGuards(ServiceTokenGuard)
export class RewardsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ClaimProduct) private readonly claims: ClaimProduct,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
  ) {}

  @Get()
  async rewards(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
  ) {
    return await listRewards(onPool(this.db), caller.brandId, ambassadorId, page);
  }

  @Get(':id/variants')
  async variants(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
    @Param('id', idParam('reward')) id: string,
  ) {
    return { items: await this.claims.choices(caller.brandId, ambassadorId, id) };
  }

  @Post(':id/claim')
  @HttpCode(200)
  async claim(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
    @Param('id', idParam('reward')) id: string,
    @Body(zodPipe(claimReward)) body: ClaimReward,
  ) {
    const answer = await this.claims.claim(caller, ambassadorId, id, body);
    this.runner.wake();
    return answer;
  }
}
