import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import { z } from 'zod';
import { discountSummary } from '../admin/discount-summary.js';
import { statusAt } from '../admin/discounts.js';
import { toGid } from '../admin/gid.js';
import { enumValues } from '../admin/schema.js';
import { type Clock, shopifyInstant } from '../clock.js';
import type { CustomerRecord, DiscountRecord } from '../shop/records.js';
import type { Shop } from '../shop/shop.js';
import { SHOP_DOMAIN, type Shops } from '../shop/shops.js';
import { catalogueRoutes } from './catalogue-routes.js';
import { Fault, type Faults } from './faults.js';
import { invalid, Page, pageOf } from './listing.js';
import { saleRoutes } from './sale-routes.js';

const NewShop = z.strictObject({
  domain: z.string().regex(SHOP_DOMAIN, 'must be <shop>.myshopify.com'),
  name: z.string().min(1).optional(),
  currencyCode: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
});
const Discounts = Page.extend({ code: z.string().optional() });
const Customers = Page.extend({ email: z.string().optional() });

export interface ControlOptions {
  schema: GraphQLSchema;
  shops: Shops;
  faults: Faults;
  clock: Clock;
  /** To other machines too. */
  open: boolean;
}

/** What Shopify does not have: making shops, reading what they hold without cost, faults. Loopback only, unless it is open. */
export function controlRoutes(
  app: FastifyInstance,
  { schema, shops, faults, clock, open }: ControlOptions,
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!open && !isLoopback(request.ip))
      return reply.code(403).send({ error: 'The control port is for this machine only' });
  });

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
  saleRoutes(app, { shops });

  app.get('/faults', async () => ({ items: faults.waiting() }));
  app.delete('/faults', async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.post('/faults', async (request, reply) => {
    const body = Fault.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const { operation, kind, userError } = body.data;
    const wrong = operation === undefined ? null : operationMistake(schema, operation, kind, userError.code);
    if (wrong) return reply.code(400).send({ error: wrong });
    faults.add(body.data);
    return reply.code(201).send(body.data);
  });
}

function shopView(shop: Shop, withToken: boolean) {
  const { accessToken, createdAt, ...record } = shop.record;
  return {
    ...record,
    ...(withToken ? { accessToken } : {}),
    createdAt: shopifyInstant(createdAt),
    discounts: shop.discounts.size,
    customers: shop.customers.size,
    products: shop.catalogue.products.size,
    draftOrders: shop.sales.drafts.size,
    orders: shop.sales.orders.size,
    throttleStatus: shop.bucket.status(),
  };
}

export function discountView(shop: Shop, discount: DiscountRecord, now: number) {
  const customers = discount.customerIds?.flatMap(id => shop.customers.get(id) ?? []) ?? null;
  return {
    id: toGid('DiscountCodeNode', discount.id),
    code: discount.code,
    title: discount.title,
    status: statusAt(discount, now),
    summary: discountSummary(discount, shop.record.currencyCode),
    value: discount.value,
    minimum: discount.minimum,
    currencyCode: shop.record.currencyCode,
    /** null: everybody may use it */
    customerIds: customers?.map(customer => toGid('Customer', customer.id)) ?? null,
    customerEmails: customers?.flatMap(customer => customer.email ?? []) ?? null,
    usageLimit: discount.usageLimit,
    appliesOncePerCustomer: discount.appliesOncePerCustomer,
    tags: discount.tags,
    startsAt: shopifyInstant(discount.startsAt),
    endsAt: discount.endsAt === null ? null : shopifyInstant(discount.endsAt),
    createdAt: shopifyInstant(discount.createdAt),
  };
}

export function customerView(customer: CustomerRecord) {
  const { createdAt, updatedAt, id, ...fields } = customer;
  return {
    id: toGid('Customer', id),
    ...fields,
    createdAt: shopifyInstant(createdAt),
    updatedAt: shopifyInstant(updatedAt),
  };
}

function operationMistake(
  schema: GraphQLSchema,
  operation: string,
  kind: string,
  code: string | null,
): string | null {
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

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
