import { type ReferralRuleInput, referralRuleInput } from '@cairn/contracts/http/referral-rule-input';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { idParam } from '@cairn/service-kit/http/id-param';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Get, Inject, Param, Put, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findReferralRule, setReferralRule } from '../../app/set-referral-rule.js';

@Controller('internal/programs/:programId/referral-rule')
@UseGuards(ServiceTokenGuard)
export class ReferralRuleController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async get(@CallerOf() caller: Caller, @Param('programId', idParam('program')) programId: string) {
    return { programId, rule: await findReferralRule(onPool(this.db), caller.brandId, programId) };
  }

  @Put()
  async put(
    @CallerOf() caller: Caller,
    @Param('programId', idParam('program')) programId: string,
    @Body(zodPipe(referralRuleInput)) rule: ReferralRuleInput,
  ): Promise<CommandAnswer<{ programId: string; rule: ReferralRuleInput }>> {
    const mark = await inTransaction(this.db, sql =>
      setReferralRule(sql, caller, programId, rule, this.clock()),
    );
    return { body: { programId, rule }, mark };
  }
}
