import type { LedgerItem } from '@cairn/contracts/http/ledger';
import { type Page, type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { listLedger } from '../../out/postgres/ledger-reads.js';

const cursorKey = z.tuple([z.int()]);

@Controller('internal/ambassadors/:ambassadorId')
@UseGuards(ServiceTokenGuard)
export class LedgerController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Newest first: by `seq`, descending. */
  @Get('ledger')
  async ledger(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
    @Query(zodPipe(pageQuery)) query: PageQuery,
  ): Promise<Page<LedgerItem>> {
    const before = decodeCursor(query.cursor, cursorKey);
    const rows = await listLedger(
      onPool(this.db),
      caller.brandId,
      ambassadorId,
      before?.[0] ?? null,
      query.limit + 1,
    );
    return pageOf(
      rows,
      query.limit,
      row => row,
      row => [row.seq],
    );
  }
}
