import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Get, Inject, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readProgress } from '../../../app/home/read-home.js';
import { findBalance } from '../../../out/postgres/read-model/ambassadors.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { idParam } from '../id-param.js';
import { KeyCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** What is known of one ambassador: current state from the read model, histories from whose they are. */
@AdminController('ambassadors/:id')
export class AmbassadorReadsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ServiceClient) private readonly services: ServiceClient,
  ) {}

  @Get('balance')
  @Needs('admin:read')
  async balance(@Param('id', idParam) id: string, @KeyCaller() { brandId }: Caller) {
    const balance = await findBalance(onPool(this.db), brandId, id);
    if (balance === undefined) throw new DomainError('not_found', 'There is no such ambassador.');
    return balance;
  }

  @Get('progress')
  @Needs('admin:read')
  async progress(@Param('id', idParam) id: string, @KeyCaller() { brandId }: Caller) {
    return await readProgress(onPool(this.db), brandId, id, this.clock());
  }

  @Get('unlocks')
  @Needs('admin:read')
  async unlocks(
    @Param('id', idParam) id: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
    @KeyCaller() caller: Caller,
  ) {
    return await this.services.read('milestones', caller, ['ambassadors', id, 'unlocks'], page);
  }

  @Get('ledger')
  @Needs('admin:read')
  async ledger(
    @Param('id', idParam) id: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
    @KeyCaller() caller: Caller,
  ) {
    return await this.services.read('points', caller, ['ambassadors', id, 'ledger'], page);
  }

  @Get('rewards')
  @Needs('admin:read')
  async rewards(
    @Param('id', idParam) id: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
    @KeyCaller() caller: Caller,
  ) {
    return await this.services.read('rewards', caller, ['ambassadors', id, 'rewards'], page);
  }
}
