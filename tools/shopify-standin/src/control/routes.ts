import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import { z } from 'zod';
import { enumValues } from '../admin/schema.js';
import { type Clock, shopifyInstant } from '../clock.js';
import { ACCESS_TOKEN } from '../oauth/routes.js';
import type { Shop } from '../shop/shop.js';
import { SHOP_DOMAIN, type Shops } from '../shop/shops.js';
import type { Notices } from '../webhooks/notices.js';
import { catalogueRoutes } from './catalogue-routes.js';
import { codeRoutes } from './code-routes.js';
import { FaultMix } from './fault-mix.js';
import type { FaultQueue } from './fault-queue.js';
import { Fault } from './faults.js';
import { installRoutes } from './install-routes.js';
import { invalid, Page, pageOf } from './listing.js';
import { localOnly } from './local-only.js';
import { orderRoutes } from './order-routes.js';
import { saleRoutes } from './sale-routes.js';
import { customerView, discountView } from './views.js';
import { webhookRoutes } from './webhook-routes.js';

const NewShop = z.strictObject({
  domain: z.string().regex(SHOP_DOMAIN, 'must be <shop>.myshopify.com'),
  name: z.string().min(1).optional(),
  currencyCode: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
});
const Plan = z.strictObject({ maximumAvailable: z.int().min(1), restoreRate: z.number().positive() });
const Discounts = Page.extend({ code: z.string().optional() });
const Customers = Page.extend({ email: z.string().optional() });

export interface ControlOptions {
  schema: GraphQLSchema;
  shops: Shops;
  faults: FaultQueue;
  clock: Clock;
  notices: Notices;
  /** To other machines too. */
  open: boolean;
}

/** What Shopify does not have: making shops, reading what they hold without cost, faults. Loopback only, unless it is open. */
export function controlRoutes(
  app: FastifyInstance,
  { schema, shops, faults, clock, notices, open }: ControlOptions,
): void {
  localOnly(app, open);

  app.post('/shops', async (request, reply) => {
    const body = NewShop.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const { domain, currencyCode, name = domain.replace('.myshopify.com', '') } = body.data;
    if (!enumValues(schema, 'CurrencyCode').includes(currencyCode)) {
      return reply.code(400).send({ error: `Shopify does not know the currency ${currencyCode}` });
    }
    const { shop, isNew } = shops.ensure(domain, name, currencyCode);
    return reply.code(isNew ? 201 : 200).send(shopView(shop, true));
  });

  app.patch<{ Params: { domain: string } }>('/shops/:domain/plan', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return reply.code(404).send({ error: 'No such shop' });
    const body = Plan.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    shop.bucket.changePlan(body.data.maximumAvailable, body.data.restoreRate);
    return shopView(shop, false);
  });

  app.get('/shops', async () => ({ items: shops.all().map(shop => shopView(shop, false)) }));

  app.get<{ Params: { domain: string } }>('/shops/:domain/discounts', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return reply.code(404).send({ error: 'No such shop' });
    const page = Discounts.safeParse(request.query);
    if (!page.success) return invalid(reply, page.error);
    const { code } = page.data;
    const found = code === undefined ? undefined : shop.discountByCode(code);
    const records = code === undefined ? shop.discounts : new Map(found ? [[found.id, found]] : []);
    return pageOf(records, page.data, discount => discountView(shop, discount, clock()));
  });

  app.get<{ Params: { domain: string } }>('/shops/:domain/customers', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return reply.code(404).send({ error: 'No such shop' });
    const page = Customers.safeParse(request.query);
    if (!page.success) return invalid(reply, page.error);
    const { email } = page.data;
    const found = email === undefined ? undefined : shop.customerByEmail(email);
    const records = email === undefined ? shop.customers : new Map(found ? [[found.id, found]] : []);
    return pageOf(records, page.data, customerView);
  });

  catalogueRoutes(app, { shops, clock });
  codeRoutes(app, { shops, clock });
  installRoutes(app, { shops, clock, notices });
  saleRoutes(app, { shops });
  orderRoutes(app, { shops, clock, notices });
  webhookRoutes(app, { shops, clock, notices });

  app.get('/faults', async () => faults.status());
  app.delete('/faults', async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.post('/faults', async (request, reply) => {
    if (isMix(request.body)) {
      const mix = FaultMix.safeParse(request.body);
      if (!mix.success) return invalid(reply, mix.error);
      const { operation } = mix.data;
      const wrong = operation === undefined ? null : operationMistake(schema, operation, 'reset', null);
      if (wrong) return reply.code(400).send({ error: wrong });
      faults.goOn(mix.data);
      return reply.code(201).send(mix.data);
    }
    const body = Fault.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const { operation, kind, userError } = body.data;
    const wrong = operation === undefined ? null : operationMistake(schema, operation, kind, userError.code);
    if (wrong) return reply.code(400).send({ error: wrong });
    faults.add(body.data);
    return reply.code(201).send(body.data);
  });
}

function isMix(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'mix' in body;
}

function shopView(shop: Shop, withToken: boolean) {
  const { accessToken, createdAt, ...record } = shop.record;
  return {
    ...record,
    ...(withToken ? { accessToken } : {}),
    createdAt: shopifyInstant(createdAt),
    isInstalled: shop.access.installedAt !== null,
    discounts: shop.discounts.size,
    customers: shop.customers.size,
    products: shop.catalogue.products.size,
    draftOrders: shop.sales.drafts.size,
    orders: shop.sales.orders.size,
    webhooks: shop.webhooks.size,
    throttleStatus: shop.bucket.status(),
    budgetUse: shop.bucket.use(),
  };
}

function operationMistake(
  schema: GraphQLSchema,
  operation: string,
  kind: string,
  code: string | null,
): string | null {
  if (operation === ACCESS_TOKEN) return null;
  const mutation = schema.getMutationType()?.getFields()[operation];
  const query = schema.getQueryType()?.getFields()[operation];
  if (!mutation && !query) return `Shopify has no operation ${operation}`;
  if (kind !== 'user_error') return null;
  const payload = getNamedType(mutation?.type);
  const errorType = isObjectType(payload) ? getNamedType(payload.getFields().userErrors?.type) : undefined;
  if (!isObjectType(errorType)) return `${operation} has no user errors`;
  const codes = getNamedType(errorType.getFields().code?.type);
  const isKnown = code === null || (isEnumType(codes) && codes.getValue(code) !== undefined);
  return isKnown ? null : `${errorType.name} has no code ${code}`;
}
