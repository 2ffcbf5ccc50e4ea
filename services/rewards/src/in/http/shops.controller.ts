import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shopsOf } from '../../out/postgres/shops.js';

@Controller('internal/shops')
@UseGuards(ServiceTokenGuard)
export class ShopsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** A brand has at most one shop, so the list is one page. */
  @Get()
  async shops(@CallerOf() caller: Caller) {
    return { items: await shopsOf(onPool(this.db), caller.brandId), nextCursor: null };
  }
}
