import { setTimeout as wait } from 'node:timers/promises';
import type { Receipt } from '@cairn/contracts/http/ledger';
import type { Page } from '@cairn/contracts/http/page';
import { type ReceiptQuery, receiptQuery } from '@cairn/contracts/http/replay';
import { instant } from '@cairn/contracts/scalars';
import { DomainError } from '@cairn/service-kit/domain-error';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type ReceiptChanged, searchReceipts } from '../../out/postgres/receipt-reads.js';
import { findReceipt } from '../../out/postgres/receipts.js';

/** Milliseconds: an event just accepted is likely on its way here (api.md, receipts). */
const patience = 2_000;
const lookEvery = 50;

const cursorKey = z.tuple([instant, z.string()]);

@Controller('internal/receipts')
@UseGuards(ServiceTokenGuard)
export class ReceiptsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Of the brand, newest accepted first; each as receipt.changed says it. */
  @Get()
  async list(
    @CallerOf() caller: Caller,
    @Query(zodPipe(receiptQuery)) { limit, cursor, ...search }: ReceiptQuery,
  ): Promise<Page<ReceiptChanged>> {
    const after = decodeCursor(cursor, cursorKey);
    const rows = await searchReceipts(onPool(this.db), caller.brandId, search, after, limit + 1);
    return pageOf(
      rows,
      limit,
      ({ acceptedAt: _, ...receipt }) => receipt,
      row => [row.acceptedAt, row.eventId],
    );
  }

  @Get(':eventId')
  async get(@CallerOf() caller: Caller, @Param('eventId') eventId: string): Promise<Receipt> {
    const sql = onPool(this.db);
    for (const deadline = performance.now() + patience; ; await wait(lookEvery)) {
      const row = await findReceipt(sql, caller.brandId, eventId);
      if (row?.status === null) {
        throw new DomainError(
          'not_found',
          'The event was judged, longer ago than receipts are kept: its row, if it has one, is in the ledger.',
        );
      }
      if (row !== undefined) {
        return {
          eventId,
          status: row.status,
          ...(row.points === null ? {} : { points: row.points }),
          ...(row.reason === null ? {} : { reason: row.reason }),
          ...(row.entryId === null ? {} : { entryId: row.entryId }),
          at: row.at,
        };
      }
      if (performance.now() > deadline) {
        throw new DomainError(
          'not_found',
          'No event with this id was judged yet: check the id, or ask again shortly.',
        );
      }
    }
  }
}
