import { type PageQuery, pageOf, pageQuery } from '@cairn/contracts/http/page';
import {
  type MendSubmission,
  mendSubmission,
  ownSubmission,
  type SubmitAction,
  submitAction,
  submitted,
} from '@cairn/contracts/http/submission';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { derivedId } from '@cairn/service-kit/events/derive';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { readReader } from '../../../app/home/read-home.js';
import { SendActivity } from '../../../app/submissions/send-activity.js';
import { ownSubmissionOf, ownSubmissions } from '../../../app/submissions/submission-items.js';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { passTag } from '../admin/answer.js';
import { PortalGuard, SessionOf } from './portal.guard.js';
import { portalCaller, portalCallerOnce } from './portal-caller.js';

const tags = ['Portal'];

/** What an ambassador hands in (domain.md 2.1 to 2.3); who wants to add a photo gives its address. */
@Controller('api/portal/v1/submissions')
@UseGuards(PortalGuard)
export class OwnSubmissionsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(SendActivity) private readonly activity: SendActivity,
  ) {}

  @Get()
  @Answers(
    { 200: pageOf(ownSubmission) },
    { summary: 'List what was handed in', operationId: 'listOwnSubmissions', tags },
  )
  async list(
    @Query(zodPipe(pageQuery)) query: PageQuery,
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
  ) {
    const { brand } = await this.reader(session);
    const filters = { ambassadorId: session.ambassadorId, ...query };
    const own = await this.services.read('points', portalCaller(session, request), ['submissions'], filters);
    return ownSubmissions(own, brand);
  }

  @Post()
  @HttpCode(202)
  @Answers(
    { 202: submitted },
    {
      summary: 'Hand in what was done',
      operationId: 'submitAction',
      description:
        'The answer comes once it is stored for good; `receipt` says what became of it, or `accepted` where it is not judged yet.',
      tags,
      problems: ['invalid_event', 'rate_limited', 'unavailable'],
    },
  )
  async submit(
    @Body(zodPipe(submitAction)) data: SubmitAction,
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
  ) {
    const caller = portalCallerOnce(session, request);
    const sent = await this.activity.send(caller, { type: 'action.completed', data });
    const { status, reason } = sent.receipt;
    const hasOne = status === 'in_review' || reason === 'disclosure_missing';
    return {
      ...sent,
      submissionId: hasOne ? derivedId('submission', session.brandId, sent.eventId) : null,
    };
  }

  @Put(':id')
  @Answers(
    { 200: ownSubmission },
    {
      summary: 'Mend what was handed in',
      operationId: 'mendSubmission',
      description: 'What lacks its disclosure, or was rejected. It keeps its time and its points.',
      tags,
      problems: ['wrong_status', 'duplicate_proof', 'limit_reached'],
    },
  )
  async mend(
    @Param('id', idParam('submission')) id: string,
    @Body(zodPipe(mendSubmission)) body: MendSubmission,
    @Headers('if-match') ifMatch: string | undefined,
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { brand } = await this.reader(session);
    const path = ['submissions', 'of', session.ambassadorId, id];
    const call = { method: 'PUT', path, body, ifMatch } as const;
    const answer = await this.services.command('points', portalCaller(session, request), call);
    passTag(reply, answer.etag);
    return ownSubmissionOf(answer.body, brand);
  }

  private async reader({ brandId, ambassadorId }: AmbassadorSession) {
    return await readReader(onPool(this.db), brandId, ambassadorId, this.clock());
  }
}
