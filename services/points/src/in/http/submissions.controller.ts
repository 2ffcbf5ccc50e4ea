import {
  type BulkSubmissions,
  bulkSubmissions,
  type MendSubmission,
  mendSubmission,
  type RejectSubmission,
  rejectSubmission,
  type SubmissionsQuery,
  submissionsQuery,
} from '@cairn/contracts/http/submission';
import { instant } from '@cairn/contracts/scalars';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { expectedRevision, tag } from '@cairn/service-kit/http/etag';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
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
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { decideSubmission, decideSubmissions } from '../../app/decide-submissions.js';
import { handInAgain } from '../../app/hand-in-again.js';
import { found } from '../../app/preconditions.js';
import type { Decision } from '../../app/review-submission.js';
import {
  countSubmissions,
  type SubmissionView,
  selectSubmission,
  selectSubmissions,
} from '../../out/postgres/submission-reads.js';

const cursorKey = z.tuple([instant, z.uuid()]);
const oneSubmission = idParam('submission');

/** What waits for a person, and what they decide (domain.md 2.2, 2.3, 2.11). */
@Controller('internal/submissions')
@UseGuards(ServiceTokenGuard)
export class SubmissionsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(submissionsQuery)) query: SubmissionsQuery) {
    const { cursor, limit, ...search } = query;
    const after = decodeCursor(cursor, cursorKey);
    const wanted = { ...search, limit: limit + 1 };
    const rows = await selectSubmissions(onPool(this.db), caller.brandId, wanted, after);
    const at = (row: SubmissionView) =>
      search.order === 'oldest' ? (row.waitingSince ?? row.submittedAt) : row.submittedAt;
    return pageOf(
      rows,
      limit,
      row => row,
      row => [at(row), row.id],
    );
  }

  @Get('counts')
  async counts(@CallerOf() caller: Caller) {
    return await countSubmissions(onPool(this.db), caller.brandId);
  }

  @Get(':id')
  async get(
    @CallerOf() caller: Caller,
    @Param('id', oneSubmission) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionView> {
    const submission = found(await selectSubmission(onPool(this.db), caller.brandId, id), 'submission');
    tag(reply, submission.revision);
    return submission;
  }

  @Post('bulk')
  @HttpCode(200)
  async bulk(@CallerOf() caller: Caller, @Body(zodPipe(bulkSubmissions)) body: BulkSubmissions) {
    const decision = decisionOf(body);
    return await this.commands.run(caller, sql =>
      decideSubmissions(sql, caller, body.ids, decision, this.clock()),
    );
  }

  @Post(':id/approve')
  @HttpCode(200)
  async approve(
    @CallerOf() caller: Caller,
    @Param('id', oneSubmission) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.decide(caller, id, { kind: 'approve' }, ifMatch, reply);
  }

  @Post(':id/reject')
  @HttpCode(200)
  async reject(
    @CallerOf() caller: Caller,
    @Param('id', oneSubmission) id: string,
    @Body(zodPipe(rejectSubmission)) body: RejectSubmission,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const decision = decisionOf({ ...body, action: 'reject' });
    return await this.decide(caller, id, decision, ifMatch, reply);
  }

  @Post(':id/undo')
  @HttpCode(200)
  async undo(
    @CallerOf() caller: Caller,
    @Param('id', oneSubmission) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.decide(caller, id, { kind: 'undo' }, ifMatch, reply);
  }

  /** Its own ambassador mends it. */
  @Put('of/:ambassadorId/:id')
  async mend(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
    @Param('id', oneSubmission) id: string,
    @Body(zodPipe(mendSubmission)) body: MendSubmission,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const expected = expectedRevision(ifMatch);
    const answer = await this.commands.run(caller, sql =>
      handInAgain(sql, caller, ambassadorId, id, body, expected, this.clock()),
    );
    tag(reply, answer.body.revision);
    return answer;
  }

  private async decide(
    caller: Caller,
    id: string,
    decision: Decision,
    ifMatch: string | undefined,
    reply: FastifyReply,
  ) {
    const expected = expectedRevision(ifMatch);
    const answer = await this.commands.run(caller, sql =>
      decideSubmission(sql, caller, id, decision, expected, this.clock()),
    );
    tag(reply, answer.body.revision);
    return answer;
  }
}

function decisionOf(
  body:
    | { action: 'approve' | 'undo' }
    | { action: 'reject'; reason: RejectSubmission['reason']; text?: string | undefined },
): Decision {
  if (body.action !== 'reject') return { kind: body.action };
  return { kind: 'reject', reason: body.reason, text: body.text ?? null };
}
