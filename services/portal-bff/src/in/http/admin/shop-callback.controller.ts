import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { findAdmin } from '../../../app/auth/admin.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { sessionCookieOf } from '../portal/session-cookie.js';

const finished = z.object({ outcome: z.string().regex(/^[a-z_]{1,40}$/) });

/** What Shopify sends is a handful of short words. */
const signed = z.record(z.string().max(100), z.string().max(2_000));

/** Where a browser comes back to from a shop: rewards checks what Shopify signed, and the settings say what came of it. */
@Controller('api/v1/shops/callback')
export class ShopCallbackController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  async back(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const outcome = await this.outcomeOf(query, request);
    await reply.header('cache-control', 'no-store').redirect(`/admin/settings/shop?outcome=${outcome}`, 302);
  }

  private async outcomeOf(given: unknown, { headers }: FastifyRequest): Promise<string> {
    const query = signed.safeParse(given);
    if (!query.success) return 'not_signed';
    const token = sessionCookieOf(headers.cookie, 'admin');
    const admin = token && (await findAdmin(onPool(this.db), token, this.clock()));
    const body = { query: query.data, sessionBrandId: admin ? admin.brandId : null };
    try {
      const call = { method: 'POST' as const, path: ['shops', 'callback'], body };
      return finished.parse(await this.services.send('rewards', null, call)).outcome;
    } catch (error) {
      this.logger.warn({ err: error }, 'a return from a shop was not taken');
      return 'failed';
    }
  }
}
