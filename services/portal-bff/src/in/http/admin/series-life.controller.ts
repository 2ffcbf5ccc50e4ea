import { publishedSeries, publishSeries } from '@cairn/contracts/http/series';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { checkRewardSources } from '../../../app/series/check-reward-sources.js';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer } from './answer.js';
import { commanded } from './commanded.js';
import { Needs } from './needs.js';

/** A publish without a body is one with every default. */
const publishBody = publishSeries.nullish().transform(body => body ?? publishSeries.parse({}));

/** What a series goes through (domain.md 3.2): milestones' commands. */
@AdminController('series')
export class SeriesLifeController {
  constructor(
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

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
      'unknown_shop',
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
