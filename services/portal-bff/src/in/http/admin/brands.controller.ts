import {
  brandView,
  type CreateBrand,
  createBrand,
  createdBrand,
  type UpdateBrand,
  updateBrand,
} from '@cairn/contracts/http/brand';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { expectedState, tag } from '@cairn/service-kit/http/etag';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Get, Headers, Inject, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { brandTag } from '../../../app/brands/brand-tag.js';
import { createBrand as create } from '../../../app/brands/create-brand.js';
import { updateBrand as update } from '../../../app/brands/update-brand.js';
import { findBrand } from '../../../out/postgres/brands.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer } from './answer.js';
import { commanded } from './commanded.js';
import { Needs } from './needs.js';

@AdminController('')
export class BrandsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post('brands')
  @Needs('platform')
  @Answers(commanded(201, createdBrand), { summary: 'Create a brand', problems: ['duplicate_slug'] })
  async create(
    @Body(zodPipe(createBrand)) asked: CreateBrand,
    @AdminCaller() platform: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const created = await this.commands.run(platform, sql => create(sql, platform, asked, this.clock()));
    return await this.answer.of(created, { brandId: created.body.id }, reply);
  }

  @Get('brand')
  @Needs('admin:read')
  @Answers({ 200: brandView }, { summary: 'Get the brand' })
  async read(@AdminCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    const brand = await findBrand(onPool(this.db), caller.brandId);
    if (brand === undefined) throw new DomainError('not_found', 'There is no such brand.');
    tag(reply, brandTag(brand));
    return brand;
  }

  @Patch('brand')
  @Needs('admin:write')
  @Answers(commanded(200, brandView), { summary: 'Update the brand' })
  async update(
    @Body(zodPipe(updateBrand)) asked: UpdateBrand,
    @Headers('if-match') ifMatch: string | undefined,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const updated = await update(this.db, caller, asked, expectedState(ifMatch), this.clock());
    tag(reply, brandTag(updated.body));
    return await this.answer.of(updated, caller, reply);
  }
}
