import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idOf, toGid } from '../admin/gid.js';
import { toCents, toDecimal } from '../admin/money.js';
import type { Clock } from '../clock.js';
import { isAvailable, type OwnedVariant } from '../shop/catalogue.js';
import type { VariantRecord } from '../shop/product-records.js';
import type { Shops } from '../shop/shops.js';
import { ONLY_VARIANT, toHandle } from '../shop/starting-catalogue.js';
import { invalid, noSuch, Page, pageOf } from './listing.js';

const Price = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/, 'must be a decimal such as 28.00')
  .transform(price => toDecimal(toCents(price)));
const Quantity = z.number().int().min(-1_000_000).max(1_000_000);
const Policy = z.enum(['DENY', 'CONTINUE']);

const NewVariant = z.strictObject({
  title: z.string().min(1).max(255).default(ONLY_VARIANT),
  sku: z.string().min(1).max(255).nullable().default(null),
  price: Price,
  inventoryQuantity: Quantity.default(0),
  inventoryPolicy: Policy.default('DENY'),
});
type NewVariant = z.infer<typeof NewVariant>;

const NewProduct = z.strictObject({
  title: z.string().min(1).max(255),
  productType: z.string().default(''),
  tags: z.array(z.string().min(1)).default([]),
  variants: z.array(NewVariant).min(1).max(100),
});
const VariantChange = z.strictObject({
  inventoryQuantity: Quantity.optional(),
  inventoryPolicy: Policy.optional(),
  price: Price.optional(),
});
const Variants = Page.extend({ sku: z.string().optional() });

interface InShop {
  Params: { domain: string };
}
interface OfThing {
  Params: { domain: string; id: string };
}

/** What a merchant does in Shopify's own pages: adding products, setting stock, deleting a variant. */
export function catalogueRoutes(
  app: FastifyInstance,
  { shops, clock }: { shops: Shops; clock: Clock },
): void {
  app.get<InShop>('/shops/:domain/variants', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const page = Variants.safeParse(request.query);
    if (!page.success) return invalid(reply, page.error);
    const { sku } = page.data;
    const owned = shop.catalogue.variants().filter(({ variant }) => sku === undefined || variant.sku === sku);
    const records = new Map(owned.map(one => [one.variant.id, { ...one, id: one.variant.id }]));
    return pageOf(records, page.data, variantView);
  });

  app.post<InShop>('/shops/:domain/products', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const body = NewProduct.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const { title, productType, tags, variants } = body.data;
    const [id, now] = [shop.nextId, clock()];
    const product = shop.putProduct({
      id,
      title,
      handle: `${toHandle(title)}-${id}`,
      description: '',
      productType,
      vendor: shop.record.name,
      tags: [...tags].sort(),
      variants: variants.map((variant, index) => toVariant(variant, id + 1 + index, now)),
      createdAt: now,
      updatedAt: now,
    });
    return reply.code(201).send({
      id: toGid('Product', id),
      title,
      variants: product.variants.map(variant => variantView({ product, variant })),
    });
  });

  app.post<OfThing>('/shops/:domain/products/:id/variants', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const product = shop.catalogue.products.get(idOf('Product', request.params.id));
    if (!product) return noSuch(reply, 'product');
    const body = NewVariant.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const variant = toVariant(body.data, shop.nextId, clock());
    const variants = [...product.variants, variant];
    shop.putProduct({ ...product, variants, updatedAt: variant.updatedAt });
    return reply.code(201).send(variantView({ product, variant }));
  });

  app.patch<OfThing>('/shops/:domain/variants/:id', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const owned = shop.catalogue.variant(idOf('ProductVariant', request.params.id));
    if (!owned) return noSuch(reply, 'variant');
    const body = VariantChange.safeParse(request.body);
    if (!body.success) return invalid(reply, body.error);
    const variant = { ...owned.variant, ...given(body.data), updatedAt: clock() };
    const variants = owned.product.variants.map(one => (one.id === variant.id ? variant : one));
    const product = shop.putProduct({ ...owned.product, variants, updatedAt: variant.updatedAt });
    return variantView({ product, variant });
  });

  app.delete<OfThing>('/shops/:domain/variants/:id', async (request, reply) => {
    const shop = shops.find(request.params.domain);
    if (!shop) return noSuch(reply, 'shop');
    const owned = shop.catalogue.variant(idOf('ProductVariant', request.params.id));
    if (!owned) return noSuch(reply, 'variant');
    const variants = owned.product.variants.filter(one => one.id !== owned.variant.id);
    shop.putProduct({ ...owned.product, variants, updatedAt: clock() });
    return reply.code(204).send();
  });
}

function toVariant({ title, ...fields }: NewVariant, id: number, now: number): VariantRecord {
  const selectedOptions = [{ name: 'Title', value: title }];
  return { id, title, ...fields, requiresShipping: true, selectedOptions, createdAt: now, updatedAt: now };
}

function variantView({ product, variant }: OwnedVariant) {
  const { id, title, sku, price, inventoryQuantity, inventoryPolicy } = variant;
  return {
    id: toGid('ProductVariant', id),
    productId: toGid('Product', product.id),
    productTitle: product.title,
    title,
    sku,
    price,
    inventoryQuantity,
    inventoryPolicy,
    availableForSale: isAvailable(variant),
  };
}

function given({ inventoryQuantity, inventoryPolicy, price }: z.infer<typeof VariantChange>) {
  return {
    ...(inventoryQuantity === undefined ? {} : { inventoryQuantity }),
    ...(inventoryPolicy === undefined ? {} : { inventoryPolicy }),
    ...(price === undefined ? {} : { price }),
  };
}
