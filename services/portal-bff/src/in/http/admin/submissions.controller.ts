import { bulkAnswer } from '@cairn/contracts/http/fulfilment';
import { pageOf } from '@cairn/contracts/http/page';
import {
  type BulkSubmissions,
  bulkSubmissions,
  type RejectSubmission,
  rejectSubmission,
  type SubmissionsQuery,
  submissionCounts,
  submissionItem,
  submissionsQuery,
} from '@cairn/contracts/http/submission';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { submissionOf, submissionPage } from '../../../app/submissions/submission-items.js';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer, passTag } from './answer.js';
import { commanded } from './commanded.js';
import { Needs } from './needs.js';

const reasons = `\`reason\` is one of:
- \`wrong_content\`: it shows something else than the task asks for.
- \`not_visible\`: the post is private, deleted, or its address leads nowhere.
- \`not_own_content\`: it is somebody else's.
- \`low_quality\`: it cannot be used as it is, such as a blurred photo.
- \`missing_requirement\`: a part of the task is missing, such as a mention.
- \`suspected_fraud\`: bought likes, copied reviews, orders of their own.
- \`other\`: \`text\` says it, and has to be given.

The ambassador reads the reason in words, and the text as it is.`;

/** What waits for a reviewer, and what they decide (domain.md 2.2, 2.11). Submissions are points'. */
@AdminController('submissions')
export class SubmissionsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Get()
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(submissionItem) },
    {
      summary: 'List submissions',
      description: 'Newest first; `order=oldest`: those in review, who waits longest first.',
    },
  )
  async list(@Query(zodPipe(submissionsQuery)) query: SubmissionsQuery, @AdminCaller() caller: Caller) {
    const { status, sampled, ...rest } = query;
    const asked = { ...rest, status: status?.join(','), sampled: sampled?.toString() };
    const answer = await this.services.read('points', caller, ['submissions'], asked);
    return await submissionPage(onPool(this.db), caller.brandId, answer);
  }

  @Get('counts')
  @Needs('admin:read')
  @Answers({ 200: submissionCounts }, { summary: 'Count what waits for review' })
  async counts(@AdminCaller() caller: Caller) {
    return await this.services.read('points', caller, ['submissions', 'counts']);
  }

  @Get(':id')
  @Needs('admin:read')
  @Answers({ 200: submissionItem }, { summary: 'Get a submission', etag: true })
  async read(
    @Param('id', idParam('submission')) id: string,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { body, etag } = await this.services.readTagged('points', caller, ['submissions', id]);
    passTag(reply, etag);
    return await submissionOf(onPool(this.db), caller.brandId, body);
  }

  @Post('bulk')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers(commanded(200, bulkAnswer), {
    summary: 'Decide on many submissions',
    operationId: 'bulkSubmissions',
    description: `Each on its own: what cannot be decided is listed in \`refused\` with its reason.\n\n${reasons}`,
  })
  async bulk(
    @Body(zodPipe(bulkSubmissions)) body: BulkSubmissions,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['submissions', 'bulk'], body };
    return await this.answer.of(await this.services.command('points', caller, call), caller, reply);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers(commanded(200, submissionItem), {
    summary: 'Approve a submission',
    description: 'It is awarded the points that its action showed when it was submitted, at that time.',
    problems: ['wrong_status'],
  })
  async approve(
    @Param('id', idParam('submission')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.decide(caller, { id, action: 'approve', ifMatch }, reply);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers(commanded(200, submissionItem), {
    summary: 'Reject a submission',
    description: `What it was awarded is reversed.\n\n${reasons}`,
    problems: ['wrong_status'],
  })
  async reject(
    @Param('id', idParam('submission')) id: string,
    @Body(zodPipe(rejectSubmission)) body: RejectSubmission,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.decide(caller, { id, action: 'reject', body, ifMatch }, reply);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers(commanded(200, submissionItem), {
    summary: 'Undo a decision',
    operationId: 'undoDecision',
    description: 'What was awarded is reversed, and it is in review again.',
    problems: ['wrong_status', 'duplicate_proof', 'limit_reached', 'duplicate_order'],
  })
  async undo(
    @Param('id', idParam('submission')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.decide(caller, { id, action: 'undo', ifMatch }, reply);
  }

  private async decide(
    caller: Caller,
    { id, action, ...sent }: { id: string; action: string; body?: unknown; ifMatch: string | undefined },
    reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['submissions', id, action], ...sent };
    const { body, ...answer } = await this.services.command('points', caller, call);
    const named = await submissionOf(onPool(this.db), caller.brandId, body);
    return await this.answer.of({ ...answer, body: named }, caller, reply);
  }
}
