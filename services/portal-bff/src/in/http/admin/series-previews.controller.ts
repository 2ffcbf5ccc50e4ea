import { homeState } from '@cairn/contracts/http/home';
import {
  impactOfSeries,
  type PreviewSeries,
  previewSeries,
  seriesImpact,
  seriesView,
  type UpdateSeries,
} from '@cairn/contracts/http/series';
import { type SimulateSeries, simulateSeries, simulation } from '@cairn/contracts/http/simulation';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { editedOf } from '../../../app/series/edited-of.js';
import { simulateSeries as simulate } from '../../../app/series/simulate.js';
import { previewHome } from '../../../domain/home/preview-home.js';
import { findBrand } from '../../../out/postgres/brands.js';
import { loadPreviewRows } from '../../../out/postgres/read-model/preview-rows.js';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** Milliseconds: it counts over every participant. */
const impactPatience = 30_000;

/** An impact without a body is of the draft as it stands. */
const impactBody = impactOfSeries.nullish().transform(body => body ?? {});

/** What a series would do or show, of which nothing is kept (domain.md 3.8, 3.9). */
@AdminController('series')
export class SeriesPreviewsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':id/impact')
  @HttpCode(200)
  @Needs('admin:read')
  @Answers(
    { 200: seriesImpact },
    {
      summary: 'Preview what a retroactive publish would unlock',
      description:
        'Of the draft with these changes, which are not saved; an empty body is the draft as it stands.',
      operationId: 'previewSeriesImpact',
      idempotent: false,
      problems: ['series_ended'],
    },
  )
  async impact(
    @Param('id', idParam('series')) id: string,
    @Body(zodPipe(impactBody)) body: UpdateSeries,
    @AdminCaller() caller: Caller,
  ) {
    const call: Call = { method: 'POST', path: ['series', id, 'impact'], body, timeout: impactPatience };
    return await this.services.send('milestones', caller, call);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Needs('admin:read')
  @Answers(
    { 200: homeState },
    { summary: 'Preview a series at any number of points', operationId: 'previewSeries', idempotent: false },
  )
  async preview(
    @Param('id', idParam('series')) id: string,
    @Body(zodPipe(previewSeries)) { points }: PreviewSeries,
    @AdminCaller() caller: Caller,
  ) {
    const { body } = await this.services.readTagged('milestones', caller, ['series', id]);
    const series = editedOf(seriesView.parse(body));
    const rows = await loadPreviewRows(onPool(this.db), caller.brandId, series.programIds);
    return previewHome(rows, series, points, this.clock());
  }

  @Post('simulate')
  @HttpCode(200)
  @Needs('admin:read')
  @Answers(
    { 200: simulation },
    {
      summary: 'Ask what a draft series would have done',
      description:
        'Over the brand’s real ledger: how many ambassadors would stand at each tier, how long the way to each takes, and what the rewards would cost. Nothing is kept. Of more than 100,000 ambassadors a sample is looked at, and `sample` says so.',
      operationId: 'simulateSeries',
      idempotent: false,
    },
  )
  async simulate(@Body(zodPipe(simulateSeries)) draft: SimulateSeries, @AdminCaller() caller: Caller) {
    const brand = await findBrand(onPool(this.db), caller.brandId);
    return await simulate(this.services, caller, draft, brand!.currency);
  }
}
