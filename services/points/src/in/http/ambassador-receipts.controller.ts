import { type Page, type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { instant } from '@cairn/contracts/scalars';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { ReceiptChanged } from '../../out/postgres/receipt-reads.js';
import { listReceipts } from '../../out/postgres/receipt-reads.js';

const cursorKey = z.tuple([instant, z.string()]);

@Controller('internal/ambassadors/:ambassadorId/receipts')
@UseGuards(ServiceTokenGuard)
export class AmbassadorReceiptsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Newest first, by when they were accepted; each as receipt.changed says it. */
  @Get()
  async list(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
    @Query(zodPipe(pageQuery)) { limit, cursor }: PageQuery,
  ): Promise<Page<ReceiptChanged>> {
    const after = decodeCursor(cursor, cursorKey);
    const rows = await listReceipts(onPool(this.db), caller.brandId, ambassadorId, after, limit + 1);
    return pageOf(
      rows,
      limit,
      ({ acceptedAt: _, ...receipt }) => receipt,
      row => [row.acceptedAt, row.eventId],
    );
  }
}
