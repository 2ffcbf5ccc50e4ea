import {
  type CampaignItem,
  type CreateCampaign,
  createCampaign as createCampaignBody,
  type UpdateCampaign,
  updateCampaign as updateCampaignBody,
} from '@cairn/contracts/http/campaign';
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
  Patch,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { archiveCampaign, updateCampaign } from '../../app/change-campaign.js';
import { createCampaign } from '../../app/create-campaign.js';
import { found } from '../../app/preconditions.js';
import { selectCampaign, selectCampaigns } from '../../out/postgres/campaigns.js';
import { type EarningQuery, earningQuery, idCursor } from './earning-query.js';

@Controller('internal/campaigns')
@UseGuards(ServiceTokenGuard)
export class CampaignsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  async create(@CallerOf() caller: Caller, @Body(zodPipe(createCampaignBody)) body: CreateCampaign) {
    return await this.commands.run(caller, sql => createCampaign(sql, caller, body, this.clock()));
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query(zodPipe(earningQuery)) query: EarningQuery) {
    const { programId, archived, limit, cursor } = query;
    const after = decodeCursor(cursor, idCursor)?.[0] ?? null;
    const search = { programId, archived, after, limit: limit + 1 };
    const rows = await selectCampaigns(onPool(this.db), caller.brandId, search);
    return pageOf(rows, limit, asIs, campaign => [campaign.id]);
  }

  @Get(':id')
  async get(
    @CallerOf() caller: Caller,
    @Param('id', idParam('campaign')) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CampaignItem> {
    const campaign = found(await selectCampaign(onPool(this.db), caller.brandId, id), 'campaign');
    tag(reply, campaign.revision);
    return campaign;
  }

  @Patch(':id')
  async update(
    @CallerOf() caller: Caller,
    @Param('id', idParam('campaign')) id: string,
    @Body(zodPipe(updateCampaignBody)) body: UpdateCampaign,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const expected = expectedRevision(ifMatch);
    const answer = await this.commands.run(caller, sql =>
      updateCampaign(sql, caller, id, body, expected, this.clock()),
    );
    tag(reply, answer.body.revision);
    return answer;
  }

  @Post(':id/archive')
  @HttpCode(200)
  async archive(
    @CallerOf() caller: Caller,
    @Param('id', idParam('campaign')) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.commands.run(caller, sql => archiveCampaign(sql, caller, id, this.clock()));
    tag(reply, answer.body.revision);
    return answer;
  }
}

function asIs(campaign: CampaignItem): CampaignItem {
  return campaign;
}
