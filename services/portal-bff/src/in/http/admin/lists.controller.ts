import { auditItem } from '@cairn/contracts/http/audit-item';
import { type PageQuery, pageQuery, pageOf as pageSchema } from '@cairn/contracts/http/page';
import type { Caller } from '@cairn/service-kit/http/caller';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Get, Inject, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { listAuditEntries } from '../../../out/postgres/audit-log.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

@AdminController('')
export class ListsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Get('audit')
  @Needs('admin:read')
  @Answers({ 200: pageSchema(auditItem) }, { summary: 'List the audit log', operationId: 'listAudit' })
  async audit(@Query(zodPipe(pageQuery)) { limit, cursor }: PageQuery, @AdminCaller() caller: Caller) {
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
