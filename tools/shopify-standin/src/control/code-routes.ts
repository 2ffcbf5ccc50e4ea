import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { discountCodeBasicCreate } from '../admin/discount-mutations.js';
import type { Clock } from '../clock.js';
import type { DiscountRecord } from '../shop/records.js';
import type { Shop } from '../shop/shop.js';
import type { Shops } from '../shop/shops.js';
import { invalid, noSuch } from './listing.js';
import { discountView } from './views.js';

const Money = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, 'must be a decimal such as 5.00');

/** One of `percentage` (1 to 100) and `amount`. */
const NewCode = z
  .strictObject({
    code: z.string().min(1).max(255),
    percentage: z.number().min(1).max(100).optional(),
    amount: Money.optional(),
    minimum: Money.optional(),
    usageLimit: z.number().int().min(1).optional(),
    oncePerCustomer: z.boolean().default(false),
    endsAt: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(
    ({ percentage, amount }) => (percentage === undefined) !== (amount === undefined),
    'give one of percentage and amount',
  );
type NewCode = Omit<z.infer<typeof NewCode>, 'oncePerCustomer'> & { oncePerCustomer?: boolean };

/** Codes that a merchant makes in Shopify's own pages, for everybody: such as an ambassador's. */
export function codeRoutes(app: FastifyInstance, { shops, clock }: { shops: Shops; clock: Clock }): void {
  app.post<{ Params: { domain: string } }>('/shops/:domain/discounts', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const body = NewCode.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const outcome = addCode(shop, body.data, clock);
    if ('refusal' in outcome) return reply.code(422).send({ error: outcome.refusal });
    return reply.code(201).send(discountView(shop, outcome.discount, clock()));
  });
}

/** By the mutation, so that what it refuses is refused here. */
export function addCode(
  shop: Shop,
  { code, percentage, amount, minimum, usageLimit, oncePerCustomer, endsAt }: NewCode,
  clock: Clock,
): { discount: DiscountRecord } | { refusal: string } {
  const value =
    percentage === undefined
      ? { discountAmount: { amount: amount ?? '0', appliesOnEachItem: false } }
      : { percentage: percentage / 100 };
  const basicCodeDiscount = {
    title: code,
    code,
    startsAt: clock(),
    endsAt: endsAt === undefined ? null : Date.parse(endsAt),
    usageLimit: usageLimit ?? null,
    appliesOncePerCustomer: oncePerCustomer ?? false,
    context: { all: 'ALL' as const },
    customerGets: { items: { all: true }, value },
    minimumRequirement:
      minimum === undefined ? null : { subtotal: { greaterThanOrEqualToSubtotal: minimum } },
  };
  const { userErrors } = discountCodeBasicCreate(shop, clock, { basicCodeDiscount });
  const discount = shop.discountByCode(code);
  if (userErrors.length > 0 || !discount)
    return { refusal: userErrors.map(({ message }) => message).join('; ') };
  return { discount };
}
