import { requestMagicLink, signIn } from '@cairn/contracts/http/auth';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Delete, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { requestSignIn } from '../../../app/auth/request-sign-in.js';
import { signIn as exchange } from '../../../app/auth/sign-in.js';
import { signOut } from '../../../app/auth/sign-out.js';
import type { PortalConfig } from '../../../config.js';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';
import { PortalGuard, SessionOf } from './portal.guard.js';
import { isSameOrigin } from './same-origin.js';
import { sessionCookie } from './session-cookie.js';

@Controller('api/auth')
export class AuthController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: PortalConfig,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
  ) {}

  @Post('magic-link')
  @HttpCode(202)
  async magicLink(@Body(zodPipe(requestMagicLink)) asked: z.infer<typeof requestMagicLink>) {
    await requestSignIn(onPool(this.db), asked, this.clock());
    this.runner.wake();
    return {};
  }

  /** Another site's page may not sign its visitor in as somebody else. */
  @Post('session')
  async signIn(
    @Body(zodPipe(signIn)) { token }: z.infer<typeof signIn>,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const fromBrowser = headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;
    if (fromBrowser && !isSameOrigin(headers, this.config.PUBLIC_URL)) {
      throw new DomainError('forbidden', 'Open the sign-in link itself.');
    }
    const now = this.clock();
    const session = await exchange(this.db, token, now);
    const seconds = (Date.parse(session.expiresAt) - now.getTime()) / 1_000;
    this.setCookie(reply, session.token, seconds);
    return session;
  }

  @Delete('session')
  @HttpCode(204)
  @UseGuards(PortalGuard)
  async signOut(@SessionOf() session: AmbassadorSession, @Res({ passthrough: true }) reply: FastifyReply) {
    await signOut(this.db, session.hash);
    this.setCookie(reply, '', 0);
  }

  private setCookie(reply: FastifyReply, token: string, seconds: number): void {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    void reply.header('set-cookie', sessionCookie(token, seconds, secure));
    void reply.header('cache-control', 'no-store');
  }
}
