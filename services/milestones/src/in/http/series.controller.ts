import { seriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import { pageQuery } from '@cairn/contracts/http/page';
import {
  type CreateSeries,
  createSeries as createSeriesBody,
  impactOfSeries,
  publishSeries as publishSeriesBody,
  type UpdateSeries,
  updateSeries as updateSeriesBody,
} from '@cairn/contracts/http/series';
import { id as idSchema } from '@cairn/contracts/scalars';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { expectedRevision, tag } from '@cairn/service-kit/http/etag';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { APP_CONTEXT, type AppContext } from '../../app/context.js';
import { createSeries } from '../../app/create-series.js';
import { discardDraft } from '../../app/discard-draft.js';
import { findSeries, getSeries } from '../../app/find-series.js';
import { publishSeries } from '../../app/publish-series.js';
import { seriesImpact } from '../../app/series-impact.js';
import { seriesStanding } from '../../app/series-standing.js';
import { endSeries, pauseSeries, resumeSeries } from '../../app/turn-series.js';
import { updateSeries } from '../../app/update-series.js';

const search = pageQuery.extend({
  programId: idSchema.optional(),
  category: z.string().max(100).optional(),
  status: seriesStatus.optional(),
});

@Controller('internal/series')
@UseGuards(ServiceTokenGuard)
export class SeriesController {
  constructor(
    @Inject(APP_CONTEXT) private readonly app: AppContext,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
  ) {}

  @Post()
  async create(@CallerOf() caller: Caller, @Body(zodPipe(createSeriesBody)) body: CreateSeries) {
    return await createSeries(this.app, caller, body);
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(search)) query: z.infer<typeof search>) {
    return await findSeries(this.app, caller.brandId, query);
  }

  @Get(':id')
  async get(
    @CallerOf() caller: Caller,
    @Param('id', idParam('series')) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const series = await getSeries(this.app, caller.brandId, id);
    tag(reply, series.revision);
    return series;
  }

  @Patch(':id')
  async update(
    @CallerOf() caller: Caller,
    @Param('id', idParam('series')) id: string,
    @Body(zodPipe(updateSeriesBody)) body: UpdateSeries,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await updateSeries(this.app, caller, id, body, expectedRevision(ifMatch));
    tag(reply, answer.body.revision);
    return answer;
  }

  @Delete(':id/draft')
  async discard(
    @CallerOf() caller: Caller,
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await discardDraft(this.app, caller, id, expectedRevision(ifMatch));
    tag(reply, answer.body.revision);
    return answer;
  }

  @Post(':id/impact')
  @HttpCode(200)
  async impact(
    @CallerOf() caller: Caller,
    @Param('id', idParam('series')) id: string,
    @Body(zodPipe(impactOfSeries)) body: UpdateSeries,
  ) {
    return await seriesImpact(this.app, caller.brandId, id, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  async publish(
    @CallerOf() caller: Caller,
    @Param('id', idParam('series')) id: string,
    @Body(zodPipe(publishSeriesBody.default({ retroactive: false }))) body: z.infer<typeof publishSeriesBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const expected = expectedRevision(ifMatch);
    const answer = await publishSeries(this.app, caller, id, expected, body.retroactive);
    this.runner.wake();
    tag(reply, answer.body.revision);
    return answer;
  }

  @Post(':id/pause')
  @HttpCode(200)
  async pause(
    @CallerOf() caller: Caller,
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await pauseSeries(this.app, caller, id, expectedRevision(ifMatch));
    tag(reply, answer.body.revision);
    return answer;
  }

  @Post(':id/resume')
  @HttpCode(200)
  async resume(
    @CallerOf() caller: Caller,
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await resumeSeries(this.app, caller, id, expectedRevision(ifMatch));
    this.runner.wake();
    tag(reply, answer.body.revision);
    return answer;
  }

  @Post(':id/end')
  @HttpCode(200)
  async end(
    @CallerOf() caller: Caller,
    @Param('id', idParam('series')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await endSeries(this.app, caller, id, expectedRevision(ifMatch));
    this.runner.wake();
    tag(reply, answer.body.revision);
    return answer;
  }

  @Get(':id/standing')
  async standing(@CallerOf() caller: Caller, @Param('id', idParam('series')) id: string) {
    return await seriesStanding(this.app, caller.brandId, id);
  }
}
