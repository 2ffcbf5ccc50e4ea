import { type PageQuery, pageOf, pageQuery } from '@cairn/contracts/http/page';
import {
  type MendSubmission,
  mendForm,
  mendSubmission,
  ownSubmission,
  submitAction,
  submitForm,
  submitted,
} from '@cairn/contracts/http/submission';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import { derivedId } from '@cairn/service-kit/events/derive';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { parse } from '@cairn/service-kit/http/problem';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import {
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
import { MediaDesk } from '../../../app/media/media-desk.js';
import { SendActivity } from '../../../app/submissions/send-activity.js';
import { ownEventId, ownSubmissionOf, ownSubmissions } from '../../../app/submissions/submission-items.js';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { passTag } from '../admin/answer.js';
import { isForm, readForm } from './form.js';
import { PortalGuard, SessionOf } from './portal.guard.js';
import { portalCaller, portalCallerOnce } from './portal-caller.js';

const tags = ['Portal'];

const mediaProblems = ['too_large', 'unsupported_media_type', 'too_slow'];

/** What an ambassador hands in (domain.md 2.1 to 2.3): the address of a post, or a photo or video itself. */
@Controller('api/portal/v1/submissions')
@UseGuards(PortalGuard)
export class OwnSubmissionsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(SendActivity) private readonly activity: SendActivity,
    @Inject(MediaDesk) private readonly desk: MediaDesk,
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
    return await ownSubmissions(onPool(this.db), session.brandId, own, brand);
  }

  @Post()
  @HttpCode(202)
  @Answers(
    { 202: submitted },
    {
      summary: 'Hand in what was done',
      operationId: 'submitAction',
      description:
        'The answer comes once it is stored for good; `receipt` says what became of it, or `accepted` where it is not judged yet. A photo or video comes as the part `file` of a form; what may come is at `GET /uploads`.',
      tags,
      requestSchema: submitAction,
      form: submitForm,
      idempotent: true,
      problems: ['invalid_event', 'rate_limited', 'unavailable', ...mediaProblems],
    },
  )
  async submit(@SessionOf() session: AmbassadorSession, @Req() request: FastifyRequest) {
    const sent = isForm(request)
      ? await this.submitFile(session, request)
      : await this.activity.send(portalCallerOnce(session, request), {
          type: 'action.completed',
          data: parse(submitAction, request.body),
        });
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
      description:
        'What lacks its disclosure, or was rejected. It keeps its time and its points. Another photo or video comes as the part `file` of a form.',
      tags,
      requestSchema: mendSubmission,
      form: mendForm,
      problems: ['wrong_status', 'duplicate_proof', 'limit_reached', 'rate_limited', ...mediaProblems],
    },
  )
  async mend(
    @Param('id', idParam('submission')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const caller = portalCaller(session, request);
    const put = (body: MendSubmission) =>
      this.services.command('points', caller, {
        method: 'PUT',
        path: ['submissions', 'of', session.ambassadorId, id],
        body,
        ifMatch,
      });
    const answer = isForm(request)
      ? await this.mendWithFile(session, request, id, put)
      : await put(parse(mendSubmission, request.body));
    passTag(reply, answer.etag);
    const { brand } = await this.reader(session);
    return await ownSubmissionOf(onPool(this.db), session.brandId, answer.body, brand);
  }

  /** The same key with the same words and bytes is the same hand-in, however often they are sent. */
  private async submitFile(session: AmbassadorSession, request: FastifyRequest) {
    // A key that cannot be one is refused before anything comes in.
    portalCallerOnce(session, request, null);
    const { fields, file } = await this.readForm(session, request);
    const data = { ...parse(submitForm, fields), proofUrl: file.proofUrl };
    const caller = portalCallerOnce(session, request, { ...fields, file: file.sha256 });
    const activity = { type: 'action.completed', data } as const;
    return await this.activity.send(caller, activity, {
      drawn: (sql, eventId) => this.desk.use(sql, file, eventId),
      accepted: () => this.desk.keep(file),
    });
  }

  private async mendWithFile<Answer>(
    session: AmbassadorSession,
    request: FastifyRequest,
    id: string,
    put: (body: MendSubmission) => Promise<Answer>,
  ): Promise<Answer> {
    const known = await this.services.read('points', portalCaller(session, request), ['submissions', id]);
    const eventId = ownEventId(known, session.ambassadorId);
    const { fields, file } = await this.readForm(session, request);
    const body = { ...parse(mendForm, fields), proofUrl: file.proofUrl };
    await inTransaction(this.db, sql => this.desk.use(sql, file, eventId));
    const answer = await put(body).catch(async error => {
      // Refused for good, it is no proof of anything; else it may be, and the sweep finds out.
      if (error instanceof DomainError && error.code !== 'unavailable') await this.desk.refuse(file, eventId);
      throw error;
    });
    await this.desk.keep(file);
    return answer;
  }

  private async readForm({ brandId, ambassadorId }: AmbassadorSession, request: FastifyRequest) {
    const announced = Number(request.headers['content-length']);
    const size = Number.isSafeInteger(announced) && announced > 0 ? announced : undefined;
    return await readForm(request, bytes => this.desk.take({ brandId, ambassadorId }, size, bytes));
  }

  private async reader({ brandId, ambassadorId }: AmbassadorSession) {
    return await readReader(onPool(this.db), brandId, ambassadorId, this.clock());
  }
}
