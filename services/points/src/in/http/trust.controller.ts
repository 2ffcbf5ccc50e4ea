import {
  setTrust as setTrustBody,
  setTrusts as setTrustsBody,
  type TrustView,
} from '@cairn/contracts/http/submission';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Get, Inject, Param, Put, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { setTrust, setTrusts } from '../../app/change-trusts.js';
import { untold } from '../../domain/trust.js';
import { ambassadorKnown } from '../../out/postgres/ledger-reads.js';
import { loadTrusts } from '../../out/postgres/trusts.js';

/** How far an ambassador is trusted (domain.md 1.5). */
@Controller('internal')
@UseGuards(ServiceTokenGuard)
export class TrustController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('ambassadors/:ambassadorId/trust')
  async get(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
  ): Promise<TrustView> {
    const sql = onPool(this.db);
    await ambassadorKnown(sql, caller.brandId, ambassadorId);
    return (await loadTrusts(sql, [ambassadorId])).get(ambassadorId) ?? untold;
  }

  @Put('ambassadors/:ambassadorId/trust')
  async put(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
    @Body(zodPipe(setTrustBody)) { trust }: z.infer<typeof setTrustBody>,
  ) {
    return await this.commands.run(caller, sql => setTrust(sql, caller, ambassadorId, trust, this.clock()));
  }

  /** Of an import, as many as a slice of it has. */
  @Put('trusts')
  async putMany(
    @CallerOf() caller: Caller,
    @Body(zodPipe(setTrustsBody)) { items }: z.infer<typeof setTrustsBody>,
  ) {
    return await this.commands.run(caller, sql => setTrusts(sql, caller, items, this.clock()));
  }
}
