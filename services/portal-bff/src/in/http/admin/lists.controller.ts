import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { eventId } from '@cairn/contracts/scalars';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Get, Inject, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { listAuditEntries } from '../../../out/postgres/audit-log.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { KeyCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

@AdminController('')
export class ListsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
  ) {}

  @Get('receipts/:eventId')
  @Needs('admin:read')
  async receipt(@Param('eventId') id: string, @KeyCaller() caller: Caller) {
    if (!eventId.safeParse(id).success) throw new DomainError('not_found', 'There is no event of this id.');
    return await this.services.read('points', caller, ['receipts', id]);
  }

  @Get('shops')
  @Needs('admin:read')
  async shops(@Query(zodPipe(pageQuery)) page: PageQuery, @KeyCaller() caller: Caller) {
    return await this.services.read('rewards', caller, ['shops'], page);
  }

  @Get('audit')
  @Needs('admin:read')
  async audit(@Query(zodPipe(pageQuery)) { limit, cursor }: PageQuery, @KeyCaller() caller: Caller) {
    const before = decodeCursor(cursor, cursorKey);
    const entries = await listAuditEntries(onPool(this.db), caller.brandId, before, limit + 1);
    return pageOf(
      entries,
      limit,
      entry => entry,
      entry => [entry.at, entry.id],
    );
  }
}
