import { shopifyInstant } from '../clock.js';
import type { OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { toGid } from './gid.js';

/** The page on which the buyer came to the shop, as a whole address; null where nobody knows. */
export function landingPage(shop: Shop, { landingSite }: OrderRecord): string | null {
  return landingSite === null ? null : new URL(landingSite, `https://${shop.record.domain}`).href;
}

/** `CustomerJourneySummary`: one visit, on which the buyer bought; none for orders that a draft became. */
export function customerJourneySummary(shop: Shop, order: OrderRecord) {
  const url = landingPage(shop, order);
  const visit = url === null ? null : visitNode(order, url);
  const earlier = [...shop.sales.orders.values()].filter(
    one => one.customerId !== null && one.customerId === order.customerId && one.id < order.id,
  );
  return {
    ready: true,
    customerOrderIndex: order.customerId === null ? null : earlier.length,
    daysToConversion: visit ? 0 : null,
    momentsCount: { count: visit ? 1 : 0, precision: 'EXACT' },
    firstVisit: visit,
    lastVisit: visit,
  };
}

function visitNode({ id, createdAt, referringSite }: OrderRecord, url: string) {
  const { searchParams } = new URL(url);
  const [source, medium, campaign, content, term] = ['source', 'medium', 'campaign', 'content', 'term'].map(
    name => searchParams.get(`utm_${name}`),
  );
  return {
    __typename: 'CustomerVisit',
    id: toGid('CustomerVisit', id),
    landingPage: url,
    occurredAt: shopifyInstant(createdAt),
    referrerUrl: referringSite,
    referralCode: searchParams.get('ref'),
    source: referringSite === null ? 'direct' : new URL(referringSite).hostname,
    utmParameters: source || medium || campaign ? { source, medium, campaign, content, term } : null,
  };
}
