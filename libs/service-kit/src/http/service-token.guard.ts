import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type BaseConfig, CONFIG } from '../config/base-config.js';
import { DomainError } from '../domain-error.js';

/** Internal APIs take the service token and nothing else (design.md §7). */
@Injectable()
export class ServiceTokenGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: BaseConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const { authorization } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    const given = Buffer.from(authorization ?? '');
    const wanted = Buffer.from(`Bearer ${this.config.SERVICE_TOKEN}`);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      throw new DomainError('unauthenticated', 'This is an internal API: call portal-bff instead.');
    }
    return true;
  }
}
