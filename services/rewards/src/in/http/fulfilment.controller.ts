import {
  type BulkFulfilment,
  bulkFulfilment,
  type CancelGrant,
  cancelGrant,
  type Fulfil,
  type FulfilmentQuery,
  fulfil,
  fulfilmentExport,
  fulfilmentQuery,
  type ReplaceGrant,
  replaceGrant,
} from '@cairn/contracts/http/fulfilment';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { changeGrant, changeGrants } from '../../app/change-grants.js';
import { countFulfilment, listFulfilment } from '../../app/list-fulfilment.js';
import type { GrantAction } from '../../domain/grant-actions.js';

/** An export is read in larger slices than a screen. */
const slice = fulfilmentExport.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
  cursor: z.string().max(500).optional(),
});

const oneReward = idParam('reward');

/** What waits for a person, and what they do with it (domain.md 4.4, 4.7). */
@Controller('internal/fulfilment')
@UseGuards(ServiceTokenGuard)
export class FulfilmentController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
  ) {}

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(fulfilmentQuery)) query: FulfilmentQuery) {
    return await listFulfilment(onPool(this.db), caller.brandId, query);
  }

  @Get('export')
  async export(@CallerOf() caller: Caller, @Query(zodPipe(slice)) query: z.infer<typeof slice>) {
    return await listFulfilment(onPool(this.db), caller.brandId, query);
  }

  @Get('counts')
  async counts(@CallerOf() caller: Caller) {
    return await countFulfilment(onPool(this.db), caller.brandId);
  }

  @Post('bulk')
  @HttpCode(200)
  async bulk(@CallerOf() caller: Caller, @Body(zodPipe(bulkFulfilment)) body: BulkFulfilment) {
    const { ids, action: kind, note, tracking } = body;
    const action: GrantAction = { kind, note, tracking };
    const answer = await this.commands.run(caller, async sql => ({
      body: await changeGrants(sql, caller, ids, action, this.clock()),
      mark: null,
    }));
    this.runner.wake();
    return answer;
  }

  @Post(':id/fulfil')
  @HttpCode(200)
  async fulfil(
    @CallerOf() caller: Caller,
    @Param('id', oneReward) id: string,
    @Body(zodPipe(fulfil.default({}))) body: Fulfil,
  ) {
    return await this.change(caller, id, { kind: 'fulfil', ...body });
  }

  @Post(':id/undo')
  @HttpCode(200)
  async undo(@CallerOf() caller: Caller, @Param('id', oneReward) id: string) {
    return await this.change(caller, id, { kind: 'undo' });
  }

  @Post(':id/release')
  @HttpCode(200)
  async release(@CallerOf() caller: Caller, @Param('id', oneReward) id: string) {
    return await this.change(caller, id, { kind: 'release' });
  }

  @Post(':id/cancel')
  @HttpCode(200)
  async cancel(
    @CallerOf() caller: Caller,
    @Param('id', oneReward) id: string,
    @Body(zodPipe(cancelGrant.default({}))) body: CancelGrant,
  ) {
    return await this.change(caller, id, { kind: 'cancel', ...body });
  }

  @Post(':id/retry')
  @HttpCode(200)
  async retry(@CallerOf() caller: Caller, @Param('id', oneReward) id: string) {
    return await this.change(caller, id, { kind: 'retry' });
  }

  @Post(':id/replace')
  @HttpCode(200)
  async replace(
    @CallerOf() caller: Caller,
    @Param('id', oneReward) id: string,
    @Body(zodPipe(replaceGrant)) { reward }: ReplaceGrant,
  ) {
    return await this.change(caller, id, { kind: 'replace', reward });
  }

  private async change(caller: Caller, id: string, action: GrantAction) {
    const answer = await this.commands.run(caller, sql => changeGrant(sql, caller, id, action, this.clock()));
    this.runner.wake();
    return answer;
  }
}
