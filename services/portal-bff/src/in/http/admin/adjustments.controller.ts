import { adjustment, type CreateAdjustment, createAdjustment } from '@cairn/contracts/http/adjustment';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Inject, Param, Post } from '@nestjs/common';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** Points that an admin adds or takes (domain.md 2.10). The ledger is points'. */
@AdminController('ambassadors/:id/adjustments')
export class AdjustmentsController {
  constructor(@Inject(ServiceClient) private readonly services: ServiceClient) {}

  @Post()
  @Needs('admin:write')
  @Answers(
    { 201: adjustment },
    {
      summary: 'Adjust the points of an ambassador',
      operationId: 'adjustPoints',
      description:
        'Always posted, also below zero and without a live series. The ambassador sees the reason.',
    },
  )
  async create(
    @Param('id', idParam('ambassador')) id: string,
    @Body(zodPipe(createAdjustment)) body: CreateAdjustment,
    @AdminCaller() caller: Caller,
  ) {
    const call: Call = { method: 'POST', path: ['ambassadors', id, 'adjustments'], body };
    return (await this.services.command('points', caller, call)).body;
  }
}
