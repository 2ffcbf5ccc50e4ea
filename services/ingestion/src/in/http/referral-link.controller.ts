import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { landingAddress } from '../../domain/landing-address.js';
import { findLanding } from '../../out/postgres/referral-links.js';

const nowhere = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>This link leads nowhere yet</title><h1>This link leads nowhere yet</h1>
<p>Ask the person who shared it for the shop’s own address.</p></html>`;

/** GET /r/{code}: the link that ambassadors share (api.md, Ingestion). */
@Controller('r')
export class ReferralLinkController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Get(':code')
  @Answers(
    { 302: null, 404: z.string() },
    {
      summary: 'Follow a referral link',
      description:
        'Redirects to the brand’s landing page with `ref` and UTM parameters; a code that leads nowhere is answered with a page that says so.',
      tags: ['Referral links'],
      contentTypes: { answer: 'text/html' },
    },
  )
  async follow(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    const known = /^[A-Za-z0-9_-]{2,64}$/.test(code);
    const landing = known ? await findLanding(onPool(this.db), code) : undefined;
    reply.header('cache-control', 'no-store');
    if (landing === undefined) {
      await reply.status(404).type('text/html; charset=utf-8').send(nowhere);
      return;
    }
    await reply.redirect(landingAddress(landing.landingUrl, code, landing.slug), 302);
  }
}
