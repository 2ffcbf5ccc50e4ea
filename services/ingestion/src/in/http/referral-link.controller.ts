import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FollowLink } from '../../app/follow-link.js';
import { visitorCookie, visitorOf } from './visitor-cookie.js';

const page = (title: string, advice: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><h1>${title}</h1>
<p>${advice}</p></html>`;

const nowhere = page(
  'This link leads nowhere yet',
  'Ask the person who shared it for the shop’s own address.',
);
const notNow = page('This link does not open just now', 'Try it again in a moment.');

/** A link that somebody has spoilt leads to the landing page all the same. */
const linkQuery = z.object({
  b: z
    .string()
    .optional()
    .catch('')
    .meta({ description: 'The brand’s slug, where two brands have the code.' }),
  to: z.string().optional().catch(undefined).meta({
    description:
      'A page of the shop in place of the landing page: a path, with a query or without. What would lead elsewhere leads to the landing page.',
  }),
});

/** GET /r/{code}: the link that ambassadors share (api.md, Ingestion). */
@Controller('r')
export class ReferralLinkController {
  constructor(@Inject(FollowLink) private readonly link: FollowLink) {}

  @Get(':code')
  @Answers(
    { 302: null, 404: z.string(), 503: z.string() },
    {
      summary: 'Follow a referral link',
      description:
        'Redirects to the brand’s landing page with `ref`, UTM parameters and, where a person follows it, `cairn_click`, the id of the click; sets a first-party cookie. Bots and browsers that look ahead are redirected and not counted. A code that leads nowhere is answered with a page that says so.',
      tags: ['Referral links'],
      contentTypes: { answer: 'text/html' },
    },
  )
  async follow(
    @Param('code') code: string,
    @Query(zodPipe(linkQuery)) { b, to }: z.infer<typeof linkQuery>,
    @Req() { method, headers, protocol, raw }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const followed = await this.link.follow(
      { code, brandSlug: b ?? null, to },
      {
        ...{ method, headers },
        visitorOf: brandId => visitorOf(headers.cookie, brandId),
        hasGone: () => raw.socket.destroyed && !reply.raw.writableEnded,
      },
    );
    reply.header('cache-control', 'no-store');
    switch (followed.kind) {
      case 'leads': {
        const { remember, address } = followed;
        if (remember !== null) reply.header('set-cookie', visitorCookie(remember, protocol === 'https'));
        return await reply.redirect(address, 302);
      }
      case 'nowhere':
        return await reply.status(404).type('text/html; charset=utf-8').send(nowhere);
      case 'unavailable':
        reply.header('retry-after', '2');
        return await reply.status(503).type('text/html; charset=utf-8').send(notNow);
    }
  }
}
