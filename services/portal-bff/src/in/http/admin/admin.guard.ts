import { createHash, timingSafeEqual } from 'node:crypto';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { onPool } from '@cairn/service-kit/postgres/sql';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { authenticateKey } from '../../../app/keys/authenticate-key.js';
import type { PortalConfig } from '../../../config.js';
import { bearerOf } from '../bearer.js';
import { needOf } from './needs.js';

const callers = new WeakMap<FastifyRequest, Caller>();

/** Lets a call of the admin API in by what its route {@link needOf needs}, and remembers who calls. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: PortalConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = bearerOf(request.headers.authorization);
    const need = needOf(context.getHandler());
    if (need === undefined) throw new Error(`${context.getHandler().name} says not what it needs`);
    if (need === 'platform') {
      if (token !== undefined && sameSecret(token, this.config.CAIRN_PLATFORM_TOKEN)) return true;
      throw new DomainError('unauthenticated', 'Send the platform token as `Authorization: Bearer …`.');
    }
    const key = await authenticateKey(onPool(this.db), token, need);
    callers.set(request, {
      brandId: key.brandId,
      actor: { kind: 'api_key', id: key.id, ip: request.ip },
    });
    return true;
  }
}

/** `@KeyCaller() caller: Caller` on a handler behind the {@link AdminGuard} that needs a key. */
export const KeyCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller === undefined) throw new Error('this route knows no caller');
  return caller;
});

/** In the same time whatever is given. */
function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
