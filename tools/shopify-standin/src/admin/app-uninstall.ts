import type { Clock } from '../clock.js';
import { uninstalled } from '../oauth/tokens.js';
import type { Shop } from '../shop/shop.js';
import { appUninstalled } from '../webhooks/happenings.js';
import type { Notices } from '../webhooks/notices.js';
import { toGid } from './gid.js';

/** `appUninstall`: the app leaves the shop. Its tokens, this request's too, are void from now on. */
export function appUninstall(shop: Shop, clock: Clock, notices: Notices) {
  uninstallApp(shop, notices, clock());
  return { app: { __typename: 'App', id: toGid('App', 1) }, userErrors: [] };
}

/** What the merchant does on Shopify's own page, and `appUninstall` for the app: it is told a last time. */
export function uninstallApp(shop: Shop, notices: Notices, now: number): void {
  shop.uninstall(uninstalled(shop.access, now), notices.of(shop, appUninstalled(shop, now), now));
}
