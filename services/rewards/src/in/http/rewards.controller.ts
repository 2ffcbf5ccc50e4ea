import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { listRewards } from '../../app/list-rewards.js';

@Controller('internal/ambassadors')
@UseGuards(ServiceTokenGuard)
export class RewardsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Get(':id/rewards')
  async rewards(
    @CallerOf() caller: Caller,
    @Param('id', zodPipe(z.uuid())) ambassadorId: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
  ) {
    return await listRewards(onPool(this.db), caller.brandId, ambassadorId, page);
  }
}
