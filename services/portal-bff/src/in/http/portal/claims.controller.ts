import { type ClaimReward, claimReward } from '@cairn/contracts/http/fulfilment';
import { rewardItem } from '@cairn/contracts/http/reward-item';
import { variantItem } from '@cairn/contracts/http/shop';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { PortalGuard, SessionOf } from './portal.guard.js';
import { portalCaller } from './portal-caller.js';

/** A product that waits for its address, and for the choice of a variant where the brand lets them (domain.md 4.5). */
@Controller('api/portal/v1/rewards/:id')
@UseGuards(PortalGuard)
export class ClaimsController {
  constructor(@Inject(ServiceClient) private readonly services: ServiceClient) {}

  /** What may be chosen, by the shop's stock of this moment. */
  @Get('variants')
  @Answers(
    { 200: z.object({ items: z.array(variantItem) }) },
    { summary: 'List what may be chosen for a reward', operationId: 'listRewardChoices', tags: ['Portal'] },
  )
  async variants(
    @Param('id', idParam('reward')) id: string,
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
  ) {
    const path = ['ambassadors', session.ambassadorId, 'rewards', id, 'variants'];
    return await this.services.read('rewards', portalCaller(session, request), path);
  }

  @Post('claim')
  @HttpCode(200)
  @Answers(
    { 200: rewardItem },
    {
      summary: 'Claim a reward',
      tags: ['Portal'],
      idempotent: false,
      problems: ['not_claimable', 'no_choice'],
    },
  )
  async claim(
    @Param('id', idParam('reward')) id: string,
    @Body(zodPipe(claimReward)) body: ClaimReward,
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
  ) {
    const path = ['ambassadors', session.ambassadorId, 'rewards', id, 'claim'];
    const answer = await this.services.command('rewards', portalCaller(session, request), {
      method: 'POST',
      path,
      body,
    });
    return answer.body;
  }
}
