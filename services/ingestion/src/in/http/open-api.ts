import { openApiOf } from '@cairn/service-kit/http/openapi/document';
import type { OpenApiDocument } from '@cairn/service-kit/http/openapi/types';
import { ndjson } from './before-body.js';
import { EventsController } from './events.controller.js';
import { ReferralLinkController } from './referral-link.controller.js';
import { ShopifyWebhookController } from './shopify-webhook.controller.js';

/** What this server says of itself at /openapi.json and /docs (api.md, Ingestion). */
export function openApi(): OpenApiDocument {
  const document = openApiOf({
    title: 'Cairn ingestion',
    version: '1',
    description: 'The way in for what ambassadors do: actions, campaigns, referred sales and refunds.',
    controllers: [EventsController, ReferralLinkController, ShopifyWebhookController],
    security: (_handler, controller) =>
      controller === EventsController ? [{ apiKey: ['events:write'] }] : [],
    securitySchemes: {
      apiKey: {
        type: 'http',
        scheme: 'bearer',
        description: 'An API key of the brand (`ck_…`) with the scope `events:write`.',
      },
    },
  });
  const lines = document.paths['/v1/events']?.post?.requestBody?.content[ndjson];
  // A line is one event, never an array.
  if (lines !== undefined) lines.schema.contentSchema = { $ref: '#/components/schemas/Event' };
  return document;
}
