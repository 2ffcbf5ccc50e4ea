import { receiptItem } from '@cairn/contracts/http/ledger';
import { type PageQuery, pageOf, pageQuery } from '@cairn/contracts/http/page';
import { acceptedActivity, portalAction, portalCampaign } from '@cairn/contracts/http/submission';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { readEarning, readReader } from '../../../app/home/read-home.js';
import { receiptItems } from '../../../app/receipts/receipt-items.js';
import { SendActivity } from '../../../app/submissions/send-activity.js';
import { ownSubmissions } from '../../../app/submissions/submission-items.js';
import { portalActions, portalCampaigns } from '../../../domain/home/portal-earning.js';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { PortalGuard, SessionOf } from './portal.guard.js';
import { portalCaller, portalCallerOnce } from './portal-caller.js';

/** An ambassador's newest submissions that the list of actions looks at. */
const looked = 200;

const tags = ['Portal'];

/** What an ambassador may do, and what became of it (domain.md 2.1, 2.5, 2.18). */
@Controller('api/portal/v1')
@UseGuards(PortalGuard)
export class EarnController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(SendActivity) private readonly activity: SendActivity,
  ) {}

  @Get('actions')
  @Answers(
    { 200: pageOf(portalAction) },
    {
      summary: 'List what may be done',
      operationId: 'listOwnActions',
      description: 'The actions that earn now, with what is left of their limits and the newest submission.',
      tags,
    },
  )
  async actions(@SessionOf() session: AmbassadorSession, @Req() request: FastifyRequest) {
    const { brandId, ambassadorId } = session;
    const rows = await readEarning(onPool(this.db), brandId, ambassadorId, this.clock());
    const filters = { ambassadorId, kind: 'action', limit: looked };
    const own = await this.services.read('points', portalCaller(session, request), ['submissions'], filters);
    const { items: handedIn } = await ownSubmissions(onPool(this.db), brandId, own, rows.brand);
    const items = portalActions(rows, handedIn, this.clock());
    return { items, nextCursor: null };
  }

  @Get('campaigns')
  @Answers(
    { 200: pageOf(portalCampaign) },
    { summary: 'List the campaigns that run', operationId: 'listOwnCampaigns', tags },
  )
  async campaigns(@SessionOf() { brandId, ambassadorId }: AmbassadorSession) {
    const rows = await readEarning(onPool(this.db), brandId, ambassadorId, this.clock());
    return { items: portalCampaigns(rows, this.clock()), nextCursor: null };
  }

  @Post('campaigns/:id/join')
  @HttpCode(202)
  @Answers(
    { 202: acceptedActivity },
    { summary: 'Join a campaign', tags, problems: ['invalid_event', 'rate_limited', 'unavailable'] },
  )
  async join(
    @Param('id', idParam('campaign')) campaignId: string,
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
  ) {
    const caller = portalCallerOnce(session, request);
    return await this.activity.send(caller, { type: 'campaign.joined', data: { campaignId } });
  }

  @Get('activity')
  @Answers(
    { 200: pageOf(receiptItem) },
    {
      summary: 'List what became of everything',
      operationId: 'listOwnActivity',
      description: 'Each with words: did it count, and why.',
      tags,
    },
  )
  async receipts(
    @Query(zodPipe(pageQuery)) query: PageQuery,
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
  ) {
    const { brandId, ambassadorId } = session;
    const reader = await readReader(onPool(this.db), brandId, ambassadorId, this.clock());
    const path = ['ambassadors', ambassadorId, 'receipts'];
    const answer = await this.services.read('points', portalCaller(session, request), path, query);
    return receiptItems(answer, reader);
  }
}
