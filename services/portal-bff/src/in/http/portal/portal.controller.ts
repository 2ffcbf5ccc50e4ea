import { portalSession } from '@cairn/contracts/http/auth';
import { homeState } from '@cairn/contracts/http/home';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Header, Inject, Param, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { readHome } from '../../../app/home/read-home.js';
import { findBrandByName } from '../../../out/postgres/brands.js';
import { findAmbassador } from '../../../out/postgres/read-model/ambassadors.js';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';
import { PortalGuard, SessionOf } from './portal.guard.js';

@Controller('api/portal/v1')
export class PortalController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('home')
  @Answers({ 200: homeState }, { summary: 'Get the home', tags: ['Portal'] })
  @Header('cache-control', 'no-store')
  @UseGuards(PortalGuard)
  async home(@SessionOf() { brandId, ambassadorId }: AmbassadorSession) {
    return await readHome(onPool(this.db), brandId, ambassadorId, this.clock());
  }

  @Get('session')
  @Answers(
    { 200: portalSession },
    {
      summary: 'Get the session',
      operationId: 'getPortalSession',
      description:
        'Whose portal it is and until when; `lookedBy` is the admin who only looks, with whom nothing is changed.',
      tags: ['Portal'],
    },
  )
  @Header('cache-control', 'no-store')
  @UseGuards(PortalGuard)
  async session(@SessionOf() { brandId, ambassadorId, expiresAt, lookedBy }: AmbassadorSession) {
    const ambassador = await findAmbassador(onPool(this.db), brandId, ambassadorId);
    if (ambassador === undefined) throw new DomainError('not_found', 'There is no such ambassador.');
    const { id, name } = ambassador;
    return { expiresAt, lookedBy, ambassador: { id, name } };
  }

  /** What anybody may know of a brand: enough to dress the sign-in page. */
  @Get('brands/:slug')
  @Answers(
    { 200: z.object({ name: z.string(), slug: z.string(), accent: z.string().nullable() }) },
    { summary: 'Get what anybody may know of a brand', operationId: 'getPublicBrand', tags: ['Portal'] },
  )
  async brand(@Param('slug') slugOrId: string) {
    const brand = await findBrandByName(onPool(this.db), slugOrId);
    if (brand === undefined) throw new DomainError('not_found', 'There is no such brand.');
    const { name, slug, accent } = brand;
    return { name, slug, accent };
  }
}
