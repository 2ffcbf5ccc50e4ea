import { attributionReportQuery } from '@cairn/contracts/http/attribution';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ReportAttribution } from '../../app/report-attribution.js';
import { findAttributions } from '../../out/postgres/attributions.js';

/** Ids of orders by commas. */
const ordersQuery = z.object({
  ids: z.string().transform(text => text.split(',').slice(0, 1_000)),
});

/** What portal-bff asks of the decisions that are kept here. */
@Controller('internal/attribution')
@UseGuards(ServiceTokenGuard)
export class AttributionController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ReportAttribution) private readonly reports: ReportAttribution,
  ) {}

  @Get('report')
  async report(
    @CallerOf() { brandId }: Caller,
    @Query(zodPipe(attributionReportQuery)) query: z.infer<typeof attributionReportQuery>,
  ) {
    return await this.reports.report(brandId, query);
  }

  /** Of a page of receipts. */
  @Get('orders')
  async orders(
    @CallerOf() { brandId }: Caller,
    @Query(zodPipe(ordersQuery)) { ids }: z.infer<typeof ordersQuery>,
  ) {
    return { items: await findAttributions(onPool(this.db), brandId, ids) };
  }
}
