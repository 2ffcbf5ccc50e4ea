import { type PageQuery, pageQuery } from '@cairn/contracts/http/page';
import {
  type CreateProgram,
  createProgram as createProgramBody,
  type UpdateProgram,
  updateProgram as updateProgramBody,
} from '@cairn/contracts/http/program';
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
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { APP_CONTEXT, type AppContext } from '../../app/context.js';
import { createProgram } from '../../app/create-program.js';
import { listPrograms } from '../../app/list-programs.js';
import { updateProgram } from '../../app/update-program.js';

@Controller('internal/programs')
@UseGuards(ServiceTokenGuard)
export class ProgramsController {
  constructor(@Inject(APP_CONTEXT) private readonly app: AppContext) {}

  @Post()
  async create(@CallerOf() caller: Caller, @Body(zodPipe(createProgramBody)) body: CreateProgram) {
    return await createProgram(this.app, caller, body);
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(pageQuery)) query: PageQuery) {
    return await listPrograms(this.app, caller.brandId, query);
  }

  @Patch(':id')
  async update(
    @CallerOf() caller: Caller,
    @Param('id', idParam('program')) id: string,
    @Body(zodPipe(updateProgramBody)) body: UpdateProgram,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await updateProgram(this.app, caller, id, body, expectedRevision(ifMatch));
    tag(reply, answer.body.revision);
    return answer;
  }
}
