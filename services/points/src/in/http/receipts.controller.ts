import { setTimeout as wait } from 'node:timers/promises';
import type { Receipt } from '@cairn/contracts/http/ledger';
import { DomainError } from '@cairn/service-kit/domain-error';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, Param, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findReceipt } from '../../out/postgres/receipts.js';

/** Milliseconds: an event just accepted is likely on its way here (api.md, receipts). */
const patience = 2_000;
const lookEvery = 50;

@Controller('internal/receipts')
@UseGuards(ServiceTokenGuard)
export class ReceiptsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

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
