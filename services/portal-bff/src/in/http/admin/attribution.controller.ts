import {
  type AttributionReport,
  type AttributionReportQuery,
  attributionReport,
  attributionReportItem,
  attributionReportQuery,
} from '@cairn/contracts/http/attribution';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Get, Inject, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { findReaders } from '../../../out/postgres/read-model/readers.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** As ingestion answers: without names and currency. */
const shares = attributionReport.omit({ currency: true, items: true }).extend({
  items: z.array(attributionReportItem.omit({ ambassador: true }).extend({ ambassadorId: z.uuid() })),
});

/** Milliseconds: a year's orders are read. */
const timeout = 60_000;

const longest = 366 * 86_400_000;

/** The clicks and the decisions by them are ingestion's. */
@AdminController('attribution')
export class AttributionReportController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
  ) {}

  @Get('report')
  @Needs('admin:read')
  @Answers(
    { 200: attributionReport },
    {
      summary: 'Report who had which part in sales',
      operationId: 'reportAttribution',
      description:
        'Divides each order that a shop told of among the ambassadors whose links its buyer had followed within the brand’s window: the same to each click (`linear`), 40% to the first and to the last and 20% to those between (`position`), or half as much for every seven days before the last (`time_decay`). An order without clicks is its ambassador’s. Credits add up to the orders and amounts to their net amount, exactly; awards are not changed by it.',
      tags: ['Attribution'],
    },
  )
  async report(
    @Query(zodPipe(attributionReportQuery)) query: AttributionReportQuery,
    @AdminCaller() caller: Caller,
  ): Promise<AttributionReport> {
    const span = Date.parse(query.to) - Date.parse(query.from);
    if (span <= 0 || span > longest) {
      const message = span <= 0 ? 'after from' : 'at most 366 days after from';
      throw new DomainError('invalid_input', 'Mend the fields named in errors and send it again.', [
        { path: 'to', message },
      ]);
    }
    const call = { method: 'GET', path: ['attribution', 'report'], query, timeout } as const;
    const { items, ...report } = shares.parse(await this.services.send('ingestion', caller, call));
    const ids = items.map(({ ambassadorId }) => ambassadorId);
    const { brand, ambassadors } = await findReaders(onPool(this.db), caller.brandId, ids);
    return {
      ...report,
      currency: brand.currency,
      items: items.map(({ ambassadorId: id, ...item }) => ({
        ...item,
        ambassador: { id, name: ambassadors.get(id)?.name ?? null },
      })),
    };
  }
}
