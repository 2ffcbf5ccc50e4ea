import type { Caller } from '@cairn/service-kit/http/caller';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { MEDIA_STORE, type MediaStore } from '../../../out/media/media-store.js';
import { findMedia } from '../../../out/postgres/media.js';
import { contentName, sendMedia } from '../send-media.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** What ambassadors have handed in, for those who review it. */
@AdminController('media')
export class MediaController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(MEDIA_STORE) private readonly store: MediaStore | null,
  ) {}

  @Get(':sha256')
  @Needs('admin:read')
  @Answers(
    { 200: z.unknown(), 206: z.unknown(), 304: null },
    {
      summary: 'Get a photo or video',
      operationId: 'getMedia',
      description:
        'The bytes whose SHA-256 it is, of any of the brand’s ambassadors. Takes Range, If-Range and If-None-Match; its ETag is that of its content.',
      contentTypes: { answer: '*/*' },
      problems: ['range_not_satisfiable', 'unavailable'],
    },
  )
  async read(
    @Param('sha256') sha256: string,
    @AdminCaller() { brandId }: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const media = await findMedia(onPool(this.db), brandId, contentName(sha256), null);
    await sendMedia(request, reply, media, this.store);
  }
}
