import { type Adjustment, type CreateAdjustment, createAdjustment } from '@cairn/contracts/http/adjustment';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { Commands } from '@cairn/service-kit/http/commands';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Controller, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { adjust } from '../../app/adjust.js';

@Controller('internal/ambassadors/:ambassadorId/adjustments')
@UseGuards(ServiceTokenGuard)
export class AdjustmentsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  async create(
    @CallerOf() caller: Caller,
    @Param('ambassadorId', idParam('ambassador')) ambassadorId: string,
    @Body(zodPipe(createAdjustment)) body: CreateAdjustment,
  ): Promise<CommandAnswer<Adjustment>> {
    return await this.commands.run(caller, sql => adjust(sql, caller, ambassadorId, body, this.clock()));
  }
}
