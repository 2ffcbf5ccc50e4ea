import { ledgerItem, receiptItem } from '@cairn/contracts/http/ledger';
import { type PageQuery, pageOf, pageQuery } from '@cairn/contracts/http/page';
import { balance, progress, unlockItem } from '@cairn/contracts/http/progress';
import { rewardItem } from '@cairn/contracts/http/reward-item';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Get, Inject, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readProgress, readReader } from '../../../app/home/read-home.js';
import { attributionsOf } from '../../../app/receipts/attributions.js';
import { receiptItems } from '../../../app/receipts/receipt-items.js';
import { attributionWords } from '../../../domain/words/attribution-words.js';
import { findBalance } from '../../../out/postgres/read-model/ambassadors.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
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
  @Answers({ 200: balance }, { summary: 'Get the balance of an ambassador', operationId: 'getBalance' })
  async balance(@Param('id', idParam('ambassador')) id: string, @AdminCaller() { brandId }: Caller) {
    const found = await findBalance(onPool(this.db), brandId, id);
    if (found === undefined) throw new DomainError('not_found', 'There is no such ambassador.');
    return found;
  }

  @Get('progress')
  @Needs('admin:read')
  @Answers({ 200: progress }, { summary: 'Get the progress of an ambassador', operationId: 'getProgress' })
  async progress(@Param('id', idParam('ambassador')) id: string, @AdminCaller() { brandId }: Caller) {
    return await readProgress(onPool(this.db), brandId, id, this.clock());
  }

  @Get('unlocks')
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(unlockItem) },
    { summary: 'List the unlocks of an ambassador', operationId: 'listUnlocks' },
  )
  async unlocks(
    @Param('id', idParam('ambassador')) id: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
    @AdminCaller() caller: Caller,
  ) {
    return await this.services.read('milestones', caller, ['ambassadors', id, 'unlocks'], page);
  }

  @Get('ledger')
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(ledgerItem) },
    { summary: 'List the ledger of an ambassador', operationId: 'listLedger' },
  )
  async ledger(
    @Param('id', idParam('ambassador')) id: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
    @AdminCaller() caller: Caller,
  ) {
    return await this.services.read('points', caller, ['ambassadors', id, 'ledger'], page);
  }

  @Get('rewards')
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(rewardItem) },
    { summary: 'List the rewards of an ambassador', operationId: 'listRewards' },
  )
  async rewards(
    @Param('id', idParam('ambassador')) id: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
    @AdminCaller() caller: Caller,
  ) {
    return await this.services.read('rewards', caller, ['ambassadors', id, 'rewards'], page);
  }

  @Get('receipts')
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(receiptItem) },
    { summary: 'List the receipts of an ambassador', operationId: 'listAmbassadorReceipts' },
  )
  async receipts(
    @Param('id', idParam('ambassador')) id: string,
    @Query(zodPipe(pageQuery)) page: PageQuery,
    @AdminCaller() caller: Caller,
  ) {
    const reader = await readReader(onPool(this.db), caller.brandId, id, this.clock());
    const answer = await this.services.read('points', caller, ['ambassadors', id, 'receipts'], page);
    const { items, nextCursor } = receiptItems(answer, reader);
    const ids = items.map(({ eventId }) => eventId);
    const attributions = await attributionsOf(this.services, caller, ids);
    const withWords = items.map(item => {
      const attribution = attributions.get(item.eventId);
      if (attribution === undefined) return item;
      return { ...item, foundBy: attributionWords(attribution, reader.brand.timezone) };
    });
    return { items: withWords, nextCursor };
  }
}
