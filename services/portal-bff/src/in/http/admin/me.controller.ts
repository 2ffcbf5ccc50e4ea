import { type Me, me } from '@cairn/contracts/http/member';
import { DomainError } from '@cairn/service-kit/domain-error';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Get, Header, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Admin } from '../../../app/auth/admin.js';
import { findBrand } from '../../../out/postgres/brands.js';
import { AdminOf } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

@AdminController('me')
export class MeController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Who calls, and what they may do: the admin UI shows no more than that. */
  @Get()
  @Header('cache-control', 'no-store')
  @Needs('admin:read')
  @Answers({ 200: me }, { summary: 'Get who calls', operationId: 'getMe' })
  async me(@AdminOf() { brandId, kind, name, email, role, rights }: Admin): Promise<Me> {
    const brand = await findBrand(onPool(this.db), brandId);
    if (brand === undefined) throw new DomainError('not_found', 'There is no such brand.');
    const { id, slug, accent } = brand;
    return { brand: { id, name: brand.name, slug, accent }, kind, name, email, role, can: [...rights] };
  }
}
