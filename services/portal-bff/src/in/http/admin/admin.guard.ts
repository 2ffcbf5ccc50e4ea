import { createHash, timingSafeEqual } from 'node:crypto';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { onceOf } from '@cairn/service-kit/http/once';
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
import { type Admin, findAdmin, requireRight } from '../../../app/auth/admin.js';
import { platformCaller } from '../../../app/auth/platform.js';
import type { PortalConfig } from '../../../config.js';
import type { Right } from '../../../domain/auth/rights.js';
import { credentialOf, refuseForeignPages } from '../credential.js';
import { type Need, needOf } from './needs.js';

const rights = {
  'admin:read': 'read',
  'admin:write': 'write',
  fulfil: 'fulfil',
  members: 'members',
  'platform-or-read': 'read',
  'platform-or-write': 'write',
} as const satisfies Record<Exclude<Need, 'platform'>, Right>;

const callers = new WeakMap<FastifyRequest, Caller>();
const admins = new WeakMap<FastifyRequest, Admin>();

/**
 * Lets a call of the admin API in by what its route {@link needOf needs}, and remembers who calls, and on a POST with
 * an Idempotency-Key that it is to happen once: whoever owns the command sees to that.
 */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: PortalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const need = needOf(context.getHandler());
    if (need === undefined) throw new Error(`${context.getHandler().name} says not what it needs`);
    const caller = await this.callerOf(request, need);
    const once = request.method === 'POST' ? onceOf(request) : undefined;
    callers.set(request, once === undefined ? caller : { ...caller, once });
    return true;
  }

  private async callerOf(request: FastifyRequest, need: Need): Promise<Caller> {
    const credential = credentialOf(request.headers, 'admin');
    if (need.startsWith('platform') && this.isPlatform(credential)) return platformCaller(request.ip);
    if (need === 'platform') {
      throw new DomainError('unauthenticated', 'Send the platform token as `Authorization: Bearer …`.');
    }
    const admin = credential && (await findAdmin(onPool(this.db), credential.token, this.clock()));
    if (credential === undefined || admin === undefined) {
      throw new DomainError(
        'unauthenticated',
        'Sign in, or send a brand’s API key as `Authorization: Bearer ck_…`.',
      );
    }
    refuseForeignPages(request, credential, this.config.PUBLIC_URL);
    requireRight(admin, rights[need]);
    admins.set(request, admin);
    return { brandId: admin.brandId, actor: { kind: admin.kind, id: admin.id, ip: request.ip } };
  }

  private isPlatform(credential: ReturnType<typeof credentialOf>): boolean {
    if (credential === undefined || credential.byCookie) return false;
    return sameSecret(credential.token, this.config.CAIRN_PLATFORM_TOKEN);
  }
}

/** `@AdminCaller() caller: Caller` on a handler behind the {@link AdminGuard}. */
export const AdminCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller === undefined) throw new Error('this route knows no caller');
  return caller;
});

/** `@AdminOf() admin: Admin` on a handler behind the {@link AdminGuard} that takes no platform token. */
export const AdminOf = createParamDecorator((_: unknown, context: ExecutionContext): Admin => {
  const admin = admins.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (admin === undefined) throw new Error('this route knows no admin');
  return admin;
});

/** In the same time whatever is given. */
function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
