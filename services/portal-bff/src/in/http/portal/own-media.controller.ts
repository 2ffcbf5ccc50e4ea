import { uploadsInfo } from '@cairn/contracts/http/media';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Controller, Get, Inject, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { PortalConfig } from '../../../config.js';
import { takenTypes } from '../../../domain/media/media-type.js';
import { MEDIA_STORE, type MediaStore } from '../../../out/media/media-store.js';
import { findMedia } from '../../../out/postgres/media.js';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';
import { contentName, sendMedia } from '../send-media.js';
import { PortalGuard, SessionOf } from './portal.guard.js';

const tags = ['Portal'];

/** An ambassador's own photos and videos; nobody else's. */
@Controller('api/portal/v1')
@UseGuards(PortalGuard)
export class OwnMediaController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: PortalConfig,
    @Inject(MEDIA_STORE) private readonly store: MediaStore | null,
  ) {}

  @Get('uploads')
  @Answers(
    { 200: uploadsInfo },
    { summary: 'Get what files may be handed in', operationId: 'getUploads', tags },
  )
  uploads() {
    const { MEDIA_PHOTO_BYTES: photo, MEDIA_VIDEO_BYTES: video } = this.config;
    return { enabled: this.store !== null, types: takenTypes, maxBytes: { photo, video } };
  }

  @Get('media/:sha256')
  @Answers(
    { 200: z.unknown(), 206: z.unknown(), 304: null },
    {
      summary: 'Get an own photo or video',
      operationId: 'getOwnMedia',
      description:
        'The bytes whose SHA-256 it is. Takes Range, If-Range and If-None-Match; its ETag is that of its content.',
      tags,
      contentTypes: { answer: '*/*' },
      problems: ['range_not_satisfiable', 'unavailable'],
    },
  )
  async read(
    @Param('sha256') sha256: string,
    @SessionOf() { brandId, ambassadorId }: AmbassadorSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const media = await findMedia(onPool(this.db), brandId, contentName(sha256), ambassadorId);
    await sendMedia(request, reply, media, this.store);
  }
}
