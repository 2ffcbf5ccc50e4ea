import { type CreateBrand, createBrand, type UpdateBrand, updateBrand } from '@cairn/contracts/http/brand';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { expectedState, tag } from '@cairn/service-kit/http/etag';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Get, Headers, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { brandTag } from '../../../app/brands/brand-tag.js';
import { createBrand as create } from '../../../app/brands/create-brand.js';
import { updateBrand as update } from '../../../app/brands/update-brand.js';
import { findBrand } from '../../../out/postgres/brands.js';
import { KeyCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Answer } from './answer.js';
import { Needs } from './needs.js';

@AdminController('')
export class BrandsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Answer) private readonly answer: Answer,
  ) {}

  @Post('brands')
  @Needs('platform')
  async create(
    @Body(zodPipe(createBrand)) asked: CreateBrand,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const created = await create(this.db, asked, request.ip, this.clock());
    return await this.answer.of(created, { brandId: created.body.id }, reply);
  }

  @Get('brand')
  @Needs('admin:read')
  async read(@KeyCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    const brand = await findBrand(onPool(this.db), caller.brandId);
    if (brand === undefined) throw new DomainError('not_found', 'There is no such brand.');
    tag(reply, brandTag(brand));
    return brand;
  }

  @Patch('brand')
  @Needs('admin:write')
  async update(
    @Body(zodPipe(updateBrand)) asked: UpdateBrand,
    @Headers('if-match') ifMatch: string | undefined,
    @KeyCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const updated = await update(this.db, caller, asked, expectedState(ifMatch), this.clock());
    tag(reply, brandTag(updated.body));
    return await this.answer.of(updated, caller, reply);
  }
}
