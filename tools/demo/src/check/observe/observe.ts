import type { Api } from '../../http/api.js';
import { concurrently } from '../../http/concurrently.js';
import type { Inbox } from '../../http/inbox.js';
import type { EnrolledAmbassador } from '../../setup/ambassador-ids.js';
import type { Observed } from '../observed.js';
import { type ApiPart, observeInApi } from './brand-api.js';
import { observeDiscounts } from './discounts.js';
import { observeMails } from './mails.js';
import { countOpenDrafts, observeOrders } from './orders.js';

/** Ambassadors looked at at once; each is five calls. */
const width = 8;

/** Where everything can be seen from outside. */
export interface Windows {
  api: Api;
  inbox: Inbox;
  shop: Api;
  /** The brand's shop in the stand-in. */
  shopDomain: string;
}

/** Looks at the ambassadors given, in the public API, the shop and the inbox. */
export async function observe(
  windows: Windows,
  ambassadors: ReadonlyMap<string, EnrolledAmbassador>,
  everybody: ReadonlyMap<string, EnrolledAmbassador>,
  onSeen: (count: number) => void,
): Promise<Observed> {
  const parts = new Map<string, ApiPart>();
  await concurrently([...ambassadors], width, async ([externalId, { id }]) => {
    parts.set(externalId, await observeInApi(windows.api, id));
    onSeen(1);
  });
  const { shop, shopDomain } = windows;
  const discounts = await observeDiscounts(shop, shopDomain);
  const orders = await observeOrders(shop, shopDomain);
  const codes = new Set(discounts.map(discount => discount.code));
  for (const part of parts.values()) for (const { code } of part.rewards) if (code !== null) codes.add(code);
  const addresses = new Set([...ambassadors.values()].map(({ email }) => email.toLowerCase()));
  const mails = await observeMails(windows.inbox, addresses, codes);

  const discountsByEmail = new Map<string, typeof discounts>();
  for (const discount of discounts) {
    for (const email of discount.emails) {
      discountsByEmail.set(email, [...(discountsByEmail.get(email) ?? []), discount]);
    }
  }
  const ordersByEmail = Map.groupBy(orders, order => order.email);
  const known = new Set([...everybody.values()].map(({ email }) => email.toLowerCase()));
  const observed: Observed = {
    ambassadors: new Map(),
    strayDiscounts: discounts
      .filter(discount => !discount.emails.some(email => known.has(email)))
      .map(discount => discount.code),
    strayOrders: orders.filter(({ email }) => email === null || !known.has(email)).map(order => order.name),
    openDrafts: await countOpenDrafts(shop, shopDomain),
  };
  for (const [externalId, part] of parts) {
    const email = ambassadors.get(externalId)!.email.toLowerCase();
    observed.ambassadors.set(externalId, {
      ...part,
      email,
      discounts: discountsByEmail.get(email) ?? [],
      orders: ordersByEmail.get(email) ?? [],
      mails: mails.get(email) ?? [],
    });
  }
  return observed;
}
