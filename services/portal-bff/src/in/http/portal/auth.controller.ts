import { requestMagicLink, signedIn, signIn } from '@cairn/contracts/http/auth';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, Delete, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { requestSignIn } from '../../../app/auth/request-sign-in.js';
import { signIn as exchange } from '../../../app/auth/sign-in.js';
import { signOut } from '../../../app/auth/sign-out.js';
import { hashToken } from '../../../app/auth/token.js';
import type { PortalConfig } from '../../../config.js';
import type { Subject } from '../../../out/postgres/subject.js';
import { credentialOf, refuseForeignPages } from '../credential.js';
import { isSameOrigin } from './same-origin.js';
import { type CookieOwner, sessionCookie } from './session-cookie.js';

/** Which session to end, where a browser has both; else the one that it has. */
const signOutQuery = z.object({ as: z.enum(['ambassador', 'admin']).optional() });

/** Whose cookie a session's token is in. */
function ownerOf(as: Subject['as'], lookedBy: string | null): CookieOwner {
  return lookedBy === null ? as : 'look';
}

/** Signing in and out, of ambassadors to the portal and of members to the admin UI. */
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
  @Answers(
    { 202: z.object({}) },
    {
      summary: 'Request a sign-in link',
      description:
        'Always 202, whether the address is known or not; the mailed link signs in once, within 15 minutes.',
      tags: ['Sign-in'],
      idempotent: false,
    },
  )
  async magicLink(
    @Body(zodPipe(requestMagicLink)) asked: z.infer<typeof requestMagicLink>,
    @Req() { ip }: FastifyRequest,
  ) {
    await requestSignIn(onPool(this.db), asked, ip, this.clock());
    this.runner.wake();
    return {};
  }

  /** Another site's page may not sign its visitor in as somebody else. */
  @Post('session')
  @Answers(
    { 201: signedIn },
    { summary: 'Sign in', tags: ['Sign-in'], idempotent: false, problems: ['link_used', 'forbidden'] },
  )
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
    const { lookedBy, ...session } = await exchange(this.db, token, now);
    const seconds = (Date.parse(session.expiresAt) - now.getTime()) / 1_000;
    this.setCookie(reply, ownerOf(session.as, lookedBy), session.token, seconds);
    // Who signs in themselves looks at nobody's portal any more.
    if (session.as === 'ambassador' && lookedBy === null) this.setCookie(reply, 'look', '', 0);
    return session;
  }

  @Delete('session')
  @HttpCode(204)
  @Answers(
    { 204: null },
    { summary: 'Sign out', tags: ['Sign-in'], problems: ['unauthenticated', 'forbidden'] },
  )
  async signOut(
    @Query(zodPipe(signOutQuery)) { as }: z.infer<typeof signOutQuery>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const owners: CookieOwner[] = as === 'admin' ? ['admin'] : ['look', 'ambassador'];
    if (as === undefined) owners.push('admin');
    const credential = credentialOf(request.headers, ...owners);
    if (credential !== undefined) refuseForeignPages(request, credential, this.config.PUBLIC_URL);
    const ended = credential && (await signOut(this.db, hashToken(credential.token)));
    if (ended === undefined) throw new DomainError('unauthenticated', 'You are not signed in.');
    this.setCookie(reply, ownerOf(ended.as, ended.lookedBy), '', 0);
  }

  private setCookie(reply: FastifyReply, owner: CookieOwner, token: string, maxAgeSeconds: number): void {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    void reply.header('set-cookie', sessionCookie(token, { owner, maxAgeSeconds, secure }));
    void reply.header('cache-control', 'no-store');
  }
}
