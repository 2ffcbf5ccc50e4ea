import '@shopify/shopify-api/adapters/node';
import { ApiVersion, type Shopify, shopifyApi } from '@shopify/shopify-api';

/** What Shopify's redirect back from a shop says, once its signature was found good. */
export interface SignedReturn {
  domain: string;
  code: string;
  state: string;
}

/**
 * Checks the signature with each of the app's secrets (two while one is rotated) and the shop's address, by the library.
 * Null for what Shopify did not sign, or signed more than 90 seconds ago.
 */
export async function signedReturn(
  app: { key: string; secrets: readonly string[] },
  query: Record<string, string>,
): Promise<SignedReturn | null> {
  for (const secret of app.secrets) {
    const { utils } = libraryOf(app.key, secret);
    const isSigned = await utils.validateHmac(query).catch(() => false);
    if (!isSigned) continue;
    const domain = utils.sanitizeShop(query.shop ?? '');
    const { code, state } = query;
    return domain === null || !code || !state ? null : { domain, code, state };
  }
  return null;
}

function libraryOf(apiKey: string, apiSecretKey: string): Shopify {
  return shopifyApi({
    apiVersion: ApiVersion.October26,
    apiKey,
    apiSecretKey,
    hostName: 'localhost',
    isEmbeddedApp: false,
    logger: { log: async () => undefined },
  });
}
