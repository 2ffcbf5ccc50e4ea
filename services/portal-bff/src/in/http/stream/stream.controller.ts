import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';
import { PortalGuard, SessionOf } from '../portal/portal.guard.js';
import { EventStream } from './event-stream.js';
import { StreamHub } from './stream-hub.js';
import { parseStreamId } from './stream-id.js';

@Controller('api/portal/v1/stream')
@UseGuards(PortalGuard)
export class StreamController {
  constructor(@Inject(StreamHub) private readonly hub: StreamHub) {}

  /** Server-sent events (api.md, Portal API): subscribes first, then sends the state, then every newer one. */
  @Get()
  @Answers(
    { 200: z.string() },
    {
      summary: 'Stream the home',
      description:
        'Server-sent events named progress, unlock and reward, each with the whole home; `Last-Event-ID` resumes.',
      tags: ['Portal'],
      contentTypes: { answer: 'text/event-stream' },
    },
  )
  open(
    @SessionOf() session: AmbassadorSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    reply.hijack();
    const socket = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) socket.setHeader(name, value);
    }
    socket.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      // Who comes back after its end comes by a new connection, which may lead to another copy.
      connection: 'close',
    });
    socket.write('retry: 1000\n\n');
    const { brandId, ambassadorId, hash, expiresAt } = session;
    const owner = { brandId, ambassadorId, sessionHash: hash, expiresAt: Date.parse(expiresAt) };
    const stream = new EventStream(owner, socket, parseStreamId(request.headers['last-event-id']));
    socket.on('close', () => {
      this.hub.remove(stream);
      stream.end();
    });
    this.hub.add(stream);
  }
}
