/** The topics that the stand-in sends, as the schema and the header name them, and the scope that each needs. */
const TOPICS: Readonly<Record<string, { header: string; scope: string | null }>> = {
  ORDERS_CREATE: { header: 'orders/create', scope: 'read_orders' },
  ORDERS_PAID: { header: 'orders/paid', scope: 'read_orders' },
  ORDERS_UPDATED: { header: 'orders/updated', scope: 'read_orders' },
  ORDERS_EDITED: { header: 'orders/edited', scope: 'read_orders' },
  ORDERS_CANCELLED: { header: 'orders/cancelled', scope: 'read_orders' },
  REFUNDS_CREATE: { header: 'refunds/create', scope: 'read_orders' },
  APP_UNINSTALLED: { header: 'app/uninstalled', scope: null },
};

/** undefined for a topic that is never sent */
export function topicOf(name: string) {
  return TOPICS[name];
}

/** Something that happened in the shop, with the body that Shopify sends of it. */
export interface Happening {
  topic:
    | 'ORDERS_CREATE'
    | 'ORDERS_PAID'
    | 'ORDERS_UPDATED'
    | 'ORDERS_EDITED'
    | 'ORDERS_CANCELLED'
    | 'REFUNDS_CREATE'
    | 'APP_UNINSTALLED';
  body: Readonly<Record<string, unknown>>;
}
