import { shopifyInstant } from '../clock.js';
import type { LineRecord, SaleRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { addressNode } from './addresses.js';
import { customerNode } from './customers.js';
import { moneyBag, toCents } from './money.js';
import { productNode, variantNode } from './products.js';
import { lineTotals, saleTotals } from './sale-totals.js';

/** The fields that drafts and orders have in common. */
export function shared(shop: Shop, sale: SaleRecord) {
  const { currencyCode } = shop.record;
  const totals = saleTotals(sale);
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const record = sale.customerId === null ? undefined : shop.customers.get(sale.customerId);
  const customer = record ? () => customerNode(shop, record) : null;
  const own = JSON.stringify(sale.billingAddress);
  return {
    legacyResourceId: String(sale.id),
    email: sale.email,
    phone: sale.phone,
    poNumber: sale.poNumber,
    tags: sale.tags,
    customAttributes: sale.customAttributes,
    customer,
    purchasingEntity: customer,
    shippingAddress: addressNode(sale.shippingAddress, sale.id),
    billingAddress: addressNode(sale.billingAddress, sale.id),
    billingAddressMatchesShippingAddress: own === JSON.stringify(sale.shippingAddress),
    shippingLine: sale.shippingLine && {
      title: sale.shippingLine.title,
      code: 'custom',
      custom: true,
      originalPriceSet: bag(toCents(sale.shippingLine.price)),
      discountedPriceSet: bag(toCents(sale.shippingLine.price)),
    },
    currencyCode,
    presentmentCurrencyCode: currencyCode,
    taxExempt: sale.taxExempt,
    taxesIncluded: false,
    taxLines: [],
    subtotalPriceSet: bag(totals.subtotal),
    totalPriceSet: bag(totals.total),
    totalDiscountsSet: bag(totals.discounts),
    totalShippingPriceSet: bag(totals.shipping),
    totalTaxSet: bag(0),
    createdAt: shopifyInstant(sale.createdAt),
    updatedAt: shopifyInstant(sale.updatedAt),
  };
}

/** The fields that the lines of both have in common. */
export function lineNode(shop: Shop, line: LineRecord) {
  const { currencyCode } = shop.record;
  const { original, discount, discounted } = lineTotals(line);
  const bag = (cents: number) => moneyBag(cents, currencyCode);
  const owned = shop.catalogue.variant(line.variantId);
  const product = shop.catalogue.products.get(line.productId);
  return {
    title: line.title,
    variantTitle: line.variantTitle,
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    requiresShipping: line.requiresShipping,
    taxable: true,
    isGiftCard: false,
    image: null,
    taxLines: [],
    customAttributes: line.customAttributes,
    originalUnitPriceSet: bag(toCents(line.unitPrice)),
    originalTotalSet: bag(original),
    discountedTotalSet: bag(discounted),
    totalDiscountSet: bag(discount),
    variant: owned ? () => variantNode(shop, owned) : null,
    product: product ? () => productNode(shop, product) : null,
  };
}
