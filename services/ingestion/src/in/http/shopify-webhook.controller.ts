import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TakeWebhook } from '../../app/take-webhook.js';
import type { IngestionConfig } from '../../config.js';
import { WebhookSignatures } from '../../out/shopify/signed-webhook.js';

/** Whose bodies stay as they came: they are signed. */
export const webhookRoute = '/v1/webhooks/shopify/:brandId';

/** POST /v1/webhooks/shopify/{brandId}: what connected shops tell (api.md, Ingestion). */
@Controller('v1/webhooks/shopify')
export class ShopifyWebhookController {
  private readonly signatures: WebhookSignatures;

  constructor(
    @Inject(TakeWebhook) private readonly taking: TakeWebhook,
    @Inject(CONFIG) private readonly config: IngestionConfig,
  ) {
    this.signatures = new WebhookSignatures(config.SHOPIFY_API_SECRET);
  }

  @Post(':brandId')
  @HttpCode(200)
  @Answers(
    { 200: z.object({}) },
    {
      summary: 'Take a webhook of a connected shop',
      description:
        'orders/paid, orders/updated, refunds/create and app/uninstalled of Shopify, signed in `X-Shopify-Hmac-Sha256` over the body as it is. Cairn subscribes to them when it is connected; each is taken once by its `X-Shopify-Webhook-Id`. What cannot be read is noted and answered 200: sending it again would not help, and the nightly pull of orders brings what it told of.',
      tags: ['Shops'],
      requestSchema: z.looseObject({}).meta({ description: 'As Shopify describes the topic.' }),
      problems: ['unauthenticated', 'unavailable'],
    },
  )
  async take(
    @Param('brandId', idParam('brand')) brandId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    if (this.config.SHOPIFY_API_SECRET.length === 0) {
      throw new DomainError(
        'unavailable',
        'No webhook can be taken yet: set SHOPIFY_API_SECRET for ingestion.',
      );
    }
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signed = await this.signatures.check(body, request.raw, reply.raw);
    if (signed.kind === 'unsigned') {
      throw new DomainError(
        'unauthenticated',
        'Not signed with the app’s secret: X-Shopify-Hmac-Sha256 is the HMAC of the body as it is sent.',
      );
    }
    if (signed.kind === 'incomplete') {
      throw new DomainError(
        'invalid_input',
        'Send X-Shopify-Topic, -Shop-Domain, -Api-Version and -Webhook-Id, as Shopify does.',
      );
    }
    await this.taking.take({ brandId, body, ...signed.headers });
    return {};
  }
}
