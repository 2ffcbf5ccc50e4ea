import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
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
import { hashToken } from '../../../app/auth/token.js';
import type { PortalConfig } from '../../../config.js';
import { type AmbassadorSession, findSession } from '../../../out/postgres/sessions.js';
import { credentialOf, refuseForeignPages } from '../credential.js';

const sessions = new WeakMap<FastifyRequest, AmbassadorSession>();

/**
 * Lets signed-in ambassadors in: by bearer token, or by cookie, which changes something only from our own pages. An admin
 * who looks at the portal as one of them changes nothing (domain.md 6.1).
 */
@Injectable()
export class PortalGuard implements CanActivate {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: PortalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const credential = credentialOf(request.headers, 'look', 'ambassador');
    const session =
      credential && (await findSession(onPool(this.db), hashToken(credential.token), this.clock()));
    if (credential === undefined || session === undefined) {
      throw new DomainError('unauthenticated', 'Sign in to see this.');
    }
    refuseForeignPages(request, credential, this.config.PUBLIC_URL);
    if (session.lookedBy !== null && request.method !== 'GET' && request.method !== 'HEAD') {
      throw new DomainError(
        'read_only',
        'You look at the portal as somebody else, and nothing is changed that way: sign in as yourself.',
      );
    }
    sessions.set(request, session);
    return true;
  }
}

/** `@SessionOf() session: AmbassadorSession` on a handler behind the {@link PortalGuard}. */
export const SessionOf = createParamDecorator((_: unknown, context: ExecutionContext): AmbassadorSession => {
  const session = sessions.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (session === undefined) throw new Error('this route knows no session');
  return session;
});
