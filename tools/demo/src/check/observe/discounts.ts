import { z } from 'zod';
import type { Api } from '../../http/api.js';
import { everyItem } from '../../http/pages.js';
import type { ObservedDiscount } from '../observed.js';
import { decimal, inMinorUnits } from './shop-money.js';

/** Shopify's words: a percentage is a fraction of 1, money a decimal text in the shop's currency. */
const discount = z.object({
  code: z.string(),
  /** Null: everybody may use it. */
  customerEmails: z.array(z.string()).nullable(),
  value: z.union([z.object({ percentage: z.number() }), z.object({ amount: decimal })]),
  minimum: z.object({ subtotal: decimal.optional() }).nullish(),
  startsAt: z.string(),
  endsAt: z.string().nullable(),
});

/** Every discount that a shop of the stand-in holds, through its control API. */
export async function observeDiscounts(shop: Api, domain: string): Promise<ObservedDiscount[]> {
  const path = `/control/shops/${encodeURIComponent(domain)}/discounts`;
  const discounts = await everyItem(shop, path, discount, 250);
  return discounts.map(({ code, customerEmails, value, minimum, startsAt, endsAt }) => ({
    code,
    emails: (customerEmails ?? []).map(email => email.toLowerCase()),
    percent: 'percentage' in value ? Math.round(value.percentage * 1e6) / 1e4 : null,
    amount: 'amount' in value ? inMinorUnits(value.amount) : null,
    minSubtotal: minimum?.subtotal === undefined ? null : inMinorUnits(minimum.subtotal),
    lastsDays: endsAt === null ? null : (Date.parse(endsAt) - Date.parse(startsAt)) / 86_400_000,
  }));
}
