import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.js';
import { SERVICE_TOKENS, type ServiceTokens } from './service-tokens.js';

/** Internal APIs take a service token and nothing else (design.md §7). */
@Injectable()
export class ServiceTokenGuard implements CanActivate {
  constructor(@Inject(SERVICE_TOKENS) private readonly tokens: ServiceTokens) {}

  canActivate(context: ExecutionContext): boolean {
    const { authorization } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    const [scheme, token] = (authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || token === undefined || !this.tokens.accepts(token)) {
      throw new DomainError('unauthenticated', 'This is an internal API: call portal-bff instead.');
    }
    return true;
  }
}
