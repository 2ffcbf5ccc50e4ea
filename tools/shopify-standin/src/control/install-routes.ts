import type { FastifyInstance } from 'fastify';
import { uninstallApp } from '../admin/app-uninstall.js';
import { type Clock, shopifyInstant } from '../clock.js';
import type { Shop } from '../shop/shop.js';
import type { Shops } from '../shop/shops.js';
import type { Notices } from '../webhooks/notices.js';
import { noSuch } from './listing.js';

interface InShop {
  Params: { domain: string };
}

/** What a merchant does with the app in Shopify's own pages, and what time does to its tokens. */
export function installRoutes(
  app: FastifyInstance,
  { shops, clock, notices }: { shops: Shops; clock: Clock; notices: Notices },
): void {
  app.get<InShop>('/shops/:domain/install', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    return shop ? installView(shop) : noSuch(reply, 'shop');
  });

  app.post<InShop>('/shops/:domain/uninstall', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    uninstallApp(shop, notices, clock());
    return installView(shop);
  });

  /** The expiring token expires now instead of within the hour; its refresh token stays good. */
  app.post<InShop>('/shops/:domain/expire-token', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const { expiring } = shop.access;
    if (!expiring) return noSuch(reply, 'expiring token');
    shop.putAccess({ ...shop.access, expiring: { ...expiring, expiresAt: clock() } });
    return installView(shop);
  });
}

/** Without the tokens themselves. */
function installView({ access }: Shop) {
  const instant = (at: number | null) => (at === null ? null : shopifyInstant(at));
  return {
    installedAt: instant(access.installedAt),
    uninstalledAt: instant(access.uninstalledAt),
    permanentToken: access.permanent && { scopes: access.permanent.scopes },
    expiringToken: access.expiring && {
      scopes: access.expiring.scopes,
      expiresAt: instant(access.expiring.expiresAt),
      refreshExpiresAt: instant(access.expiring.refreshExpiresAt),
    },
  };
}
