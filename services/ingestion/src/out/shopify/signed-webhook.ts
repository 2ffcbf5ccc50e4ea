import '@shopify/shopify-api/adapters/node';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiVersion, type Shopify, shopifyApi } from '@shopify/shopify-api';

/** What a webhook's headers say, once its signature was found good. */
interface WebhookHeaders {
  /** In lower case: `orders/paid`. */
  topic: string;
  shopDomain: string;
  webhookId: string;
  /** RFC 3339 in milliseconds; null where it is missing. */
  triggeredAt: string | null;
}

export type SignedHeaders =
  | { kind: 'signed'; headers: WebhookHeaders }
  | { kind: 'unsigned' }
  | { kind: 'incomplete' };

/** Checks webhooks' signatures with each of an app's secrets (two while one is rotated), by the library. */
export class WebhookSignatures {
  private readonly libraries: Shopify[];

  constructor(secrets: readonly string[]) {
    this.libraries = secrets.map(libraryOf);
  }

  /** @param body as it came, byte for byte */
  async check(
    body: Buffer,
    rawRequest: IncomingMessage,
    rawResponse: ServerResponse,
  ): Promise<SignedHeaders> {
    let outcome: SignedHeaders = { kind: 'unsigned' };
    for (const { webhooks } of this.libraries) {
      const checked = await webhooks.validate({ rawBody: body.toString('utf8'), rawRequest, rawResponse });
      if (checked.valid) {
        const { topic, domain, webhookId, triggeredAt } = checked;
        const headers = {
          // The library gives ORDERS_PAID.
          topic: topic.toLowerCase().replace('_', '/'),
          shopDomain: domain.toLowerCase().slice(0, 255),
          webhookId: webhookId.slice(0, 200),
          triggeredAt: instantOf(triggeredAt),
        };
        return { kind: 'signed', headers };
      }
      if ('missingHeaders' in checked) outcome = { kind: 'incomplete' };
    }
    return outcome;
  }
}

/** Shopify writes nanoseconds. */
function instantOf(text: string | undefined): string | null {
  const at = new Date(text?.replace(/(\.\d{3})\d+/, '$1') ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function libraryOf(apiSecretKey: string): Shopify {
  return shopifyApi({
    apiVersion: ApiVersion.October26,
    // Only OAuth uses it.
    apiKey: 'webhooks',
    apiSecretKey,
    hostName: 'localhost',
    isEmbeddedApp: false,
    logger: { log: async () => undefined },
  });
}
