import { createHmac } from 'node:crypto';

/**
 * The query that Shopify sends the browser back with: its parameters sorted, and `hmac`, the hex HMAC-SHA256 of the
 * others with the app's secret.
 */
export function signedQuery(parameters: Readonly<Record<string, string>>, secret: string): string {
  const message = Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return `${message}&hmac=${createHmac('sha256', secret).update(message).digest('hex')}`;
}

/** `host`: where the shop's admin is, in base64 without padding. */
export function adminHost(domain: string): string {
  const store = `admin.shopify.com/store/${domain.replace('.myshopify.com', '')}`;
  return Buffer.from(store).toString('base64').replace(/=+$/, '');
}
