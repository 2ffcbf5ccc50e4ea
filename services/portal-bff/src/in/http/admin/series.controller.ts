import { seriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import { homeState } from '@cairn/contracts/http/home';
import { pageOf, pageQuery } from '@cairn/contracts/http/page';
import {
  type CreateSeries,
  createSeries,
  impactOfSeries,
  type PreviewSeries,
  previewSeries,
  publishedSeries,
  publishSeries,
  seriesImpact,
  seriesItem,
  seriesStanding,
  seriesView,
  type UpdateSeries,
  updateSeries,
} from '@cairn/contracts/http/series';
import { type SimulateSeries, simulateSeries, simulation } from '@cairn/contracts/http/simulation';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Delete, Get, Headers, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { checkRewardSources } from '../../../app/series/check-reward-sources.js';
import { checkTierMails } from '../../../app/series/check-tier-mails.js';
import { editedOf } from '../../../app/series/edited-of.js';
import { simulateSeries as simulate } from '../../../app/series/simulate.js';
import { previewHome } from '../../../domain/home/preview-home.js';
import { findBrand } from '../../../out/postgres/brands.js';
import { needsFulfilment } from '../../../out/postgres/read-model/grants.js';
import { loadPreviewRows } from '../../../out/postgres/read-model/preview-rows.js';
import { type Call, listAnswer, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer, passTag } from './answer.js';
import { commanded, created } from './commanded.js';
import { Needs } from './needs.js';

const listQuery = pageQuery.extend({
  programId: z.uuid().optional(),
  category: z.string().optional(),
  status: seriesStatus.optional(),
});

/** Milliseconds: it counts over every participant. */
const impactPatience = 30_000;

/** An impact without a body is of the draft as it stands. */
const impactBody = impactOfSeries.nullish().transform(body => body ?? {});

/** A publish without a body is one with every default. */
const publishBody = publishSeries.nullish().transform(body => body ?? publishSeries.parse({}));

/** Series are milestones'; how many of their grants wait for a person is the read model's. */
@AdminController('series')
export class SeriesController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Needs('admin:write')
  @Answers(commanded(201, created), { summary: 'Create a series', description: 'As a draft.' })
  async create(
    @Body(zodPipe(createSeries)) body: CreateSeries,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await checkTierMails(this.services, caller, body.tiers);
    const call: Call = { method: 'POST', path: ['series'], body };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Get()
  @Needs('admin:read')
  @Answers({ 200: pageOf(seriesItem) }, { summary: 'List series' })
  async list(@Query(zodPipe(listQuery)) query: z.infer<typeof listQuery>, @AdminCaller() caller: Caller) {
    const page = listAnswer.parse(await this.services.read('milestones', caller, ['series'], query));
    const ids = page.items.map(series => series.id);
    const waiting = await needsFulfilment(onPool(this.db), caller.brandId, ids);
    return {
      items: page.items.map(series => ({ ...series, needsFulfilment: waiting.get(series.id) ?? 0 })),
      nextCursor: page.nextCursor,
    };
  }

  @Get(':id')
  @Needs('admin:read')
  @Answers({ 200: seriesView }, { summary: 'Get a series', operationId: 'getSeries' })
  async read(
    @Param('id', idParam('series')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('milestones', caller, ['series', id]);
    passTag(reply, etag);
    return body;
  }

  @Patch(':id')
  @Needs('admin:write')
  @Answers(commanded(200, seriesView), {
    summary: 'Update the draft of a series',
    description: 'Of a published series it begins the draft of its next version.',
    operationId: 'updateSeries',
    problems: ['series_ended'],
  })
  async update(
    @Param('id', idParam('series')) id: string,
    @Body(zodPipe(updateSeries)) body: UpdateSeries,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await checkTierMails(this.services, caller, body.tiers);
    const call: Call = { method: 'PATCH', path: ['series', id], body, ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Delete(':id/draft')
  @Needs('admin:write')
  @Answers(commanded(200, seriesView), {
    summary: 'Discard the draft of a published series',
    operationId: 'discardSeriesDraft',
    problems: ['series_not_published'],
  })
  async discard(
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'DELETE', path: ['series', id, 'draft'], ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

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

  @Post(':id/publish')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, publishedSeries), {
    summary: 'Publish a series',
    description:
      'Its draft becomes the next version, which never changes. With `retroactive` whoever meets a threshold by it unlocks at once, in the background: GET /series/{id} says how far that is.',
    problems: [
      'series_not_draft',
      'series_incomplete',
      'program_in_another_series',
      'promotion_circle',
      'unknown_variant',
      'unknown_pool',
    ],
  })
  async publish(
    @Param('id', idParam('series')) id: string,
    @Body(zodPipe(publishBody)) body: z.infer<typeof publishBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // The draft that was checked is the one that is published, or none.
    const checked = await checkRewardSources(this.services, caller, id);
    const expected = ifMatch ?? checked ?? undefined;
    const call: Call = { method: 'POST', path: ['series', id, 'publish'], body, ifMatch: expected };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, publishedSeries), {
    summary: 'Pause a series',
    description: 'What happens from now to the resume earns nothing; what is reached unlocks at the resume.',
    problems: ['series_not_live'],
  })
  async pause(
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.change(id, 'pause', ifMatch, caller, reply);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, publishedSeries), { summary: 'Resume a series', problems: ['series_not_paused'] })
  async resume(
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.change(id, 'resume', ifMatch, caller, reply);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(commanded(200, publishedSeries), {
    summary: 'End a series',
    description: 'Events that happened before still earn for 72 hours. It cannot be begun again.',
    problems: ['series_not_live', 'series_ended'],
  })
  async end(
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.change(id, 'end', ifMatch, caller, reply);
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

  @Get(':id/standing')
  @Needs('admin:read')
  @Answers(
    { 200: seriesStanding },
    { summary: 'Count who stands where in a series', operationId: 'getSeriesStanding' },
  )
  async standing(@Param('id', idParam('series')) id: string, @AdminCaller() caller: Caller) {
    return await this.services.read('milestones', caller, ['series', id, 'standing']);
  }

  private async change(
    id: string,
    step: 'pause' | 'resume' | 'end',
    ifMatch: string | undefined,
    caller: Caller,
    reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['series', id, step], ifMatch };
    return await this.answer.of(await this.services.command('milestones', caller, call), caller, reply);
  }
}
