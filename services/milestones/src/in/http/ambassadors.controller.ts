import {
  type CreateAmbassador,
  createAmbassador as createAmbassadorBody,
  type LeaveProgram,
  leaveProgram as leaveProgramBody,
  type MoveAmbassador,
  moveAmbassador as moveAmbassadorBody,
  type UpdateAmbassador,
  updateAmbassador as updateAmbassadorBody,
} from '@cairn/contracts/http/ambassador';
import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import { id as idSchema } from '@cairn/contracts/scalars';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { expectedRevision, tag } from '@cairn/service-kit/http/etag';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Patch,
  type PipeTransform,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { APP_CONTEXT, type AppContext } from '../../app/context.js';
import { createAmbassador } from '../../app/create-ambassador.js';
import { findAmbassadors, getAmbassador } from '../../app/find-ambassadors.js';
import { importAmbassadors } from '../../app/import-ambassadors.js';
import { listUnlocks } from '../../app/list-unlocks.js';
import { leaveProgram, moveAmbassador } from '../../app/move-ambassador.js';
import { updateAmbassador } from '../../app/update-ambassador.js';

const search = pageQuery.extend({
  externalId: z.string().max(200).optional(),
  email: z.string().max(320).optional(),
  code: z.string().max(64).optional(),
  programId: idSchema.optional(),
});

const importBody = z.strictObject({
  items: z.array(z.unknown()).max(1_000),
  from: z.int().min(0).default(0),
});

/** Each line is judged on its own: text that one cannot keep must not refuse the others. */
const importLines: PipeTransform = { transform: value => importBody.parse(value) };

@Controller('internal/ambassadors')
@UseGuards(ServiceTokenGuard)
export class AmbassadorsController {
  constructor(@Inject(APP_CONTEXT) private readonly app: AppContext) {}

  @Post()
  async create(@CallerOf() caller: Caller, @Body(zodPipe(createAmbassadorBody)) body: CreateAmbassador) {
    return await createAmbassador(this.app, caller, body);
  }

  @Post('import')
  @HttpCode(200)
  async import(@CallerOf() caller: Caller, @Body(importLines) body: z.infer<typeof importBody>) {
    return await importAmbassadors(this.app, caller, body.items, body.from);
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(search)) query: z.infer<typeof search>) {
    return await findAmbassadors(this.app, caller.brandId, query);
  }

  @Get(':id')
  async get(
    @CallerOf() caller: Caller,
    @Param('id', idParam('ambassador')) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const detail = await getAmbassador(this.app, caller.brandId, id);
    tag(reply, detail.revision);
    return detail;
  }

  @Patch(':id')
  async update(
    @CallerOf() caller: Caller,
    @Param('id', idParam('ambassador')) id: string,
    @Body(zodPipe(updateAmbassadorBody)) body: UpdateAmbassador,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await updateAmbassador(this.app, caller, id, body, expectedRevision(ifMatch));
    tag(reply, answer.body.revision);
    return answer;
  }

  @Post(':id/move')
  @HttpCode(200)
  async move(
    @CallerOf() caller: Caller,
    @Param('id', idParam('ambassador')) id: string,
    @Body(zodPipe(moveAmbassadorBody)) body: MoveAmbassador,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await moveAmbassador(this.app, caller, id, body, expectedRevision(ifMatch));
    tag(reply, answer.body.revision);
    return answer;
  }

  @Post(':id/leave')
  @HttpCode(200)
  async leave(
    @CallerOf() caller: Caller,
    @Param('id', idParam('ambassador')) id: string,
    @Body(zodPipe(leaveProgramBody.default({}))) body: LeaveProgram,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await leaveProgram(this.app, caller, id, body, expectedRevision(ifMatch));
    tag(reply, answer.body.revision);
    return answer;
  }

  @Get(':id/unlocks')
  async unlocks(
    @CallerOf() caller: Caller,
    @Param('id', idParam('ambassador')) id: string,
    @Query(zodPipe(pageQuery)) query: PageQuery,
  ) {
    return await listUnlocks(this.app, caller.brandId, id, query);
  }
}
