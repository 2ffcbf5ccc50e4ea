import { discountSummary } from '../admin/discount-summary.js';
import { statusAt } from '../admin/discounts.js';
import { toDecimal } from '../admin/money.js';
import { saleTotals } from '../admin/sale-totals.js';
import { statusOf } from '../control/sale-routes.js';
import { orderTotals } from '../orders/order-totals.js';
import type { OrderRecord, SaleRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { buyForm, codeForm, orderForms, uninstallForm } from './forms.js';
import { escapeHtml } from './html.js';
import { count, instant, newest, row, table } from './tables.js';

/** One shop: what can be done in it, and the newest of everything that it holds. */
export function shopSection(shop: Shop, now: number): string {
  const { name, domain, currencyCode } = shop.record;
  const { currentlyAvailable, maximumAvailable } = shop.bucket.status();
  return `<section id="${escapeHtml(domain)}"><h2>${escapeHtml(name)}</h2>
<p>${escapeHtml(domain)} · ${currencyCode} · ${count(shop.discounts.size, 'discount')} · ${count(shop.customers.size, 'customer')}
 · ${count(shop.sales.orders.size, 'order')} · ${count(shop.sales.drafts.size, 'draft')}
 · ${currentlyAvailable.toLocaleString('en')} of ${maximumAvailable.toLocaleString('en')} points left</p>
${buyForm(shop)}${orders(shop)}${discounts(shop, now)}${codeForm(shop)}${drafts(shop)}${customers(shop)}${products(shop)}
<h3>The app</h3><p>${escapeHtml(installation(shop))}</p>${uninstallForm(shop)}${webhooks(shop)}${deliveries(shop)}</section>`;
}

function orders(shop: Shop): string {
  const { currencyCode } = shop.record;
  const rows = newest(shop.sales.orders).map(order => {
    const totals = orderTotals(order);
    const refunded = totals.refunded > 0 ? `, ${toDecimal(totals.refunded)} refunded` : '';
    const status = order.cancelledAt === null ? order.financialStatus : 'cancelled';
    return row(
      `<code>#${order.number}</code>`,
      `${status.toLowerCase().replaceAll('_', ' ')}${order.test ? ', test' : ''}`,
      orderForms(shop, order),
      escapeHtml(items(order)),
      escapeHtml(order.email ?? '–'),
      escapeHtml(`${toDecimal(totals.total)} ${currencyCode}${refunded}`),
      escapeHtml(codesOf(order).join(', ') || '–'),
      escapeHtml(order.landingSite ?? '–'),
      escapeHtml(place(order)),
      escapeHtml(order.tags.join(', ')),
      instant(order.createdAt),
    );
  });
  const columns = [
    'Order',
    'Status',
    'By hand',
    'Items',
    'E-mail',
    'Total',
    'Codes',
    'Landing page',
    'Address',
    'Tags',
  ];
  return table('Newest orders', [...columns, 'Made (UTC)'], rows);
}

function drafts(shop: Shop): string {
  const rows = newest(shop.sales.drafts).map(draft =>
    row(
      `<code>#D${draft.number}</code>`,
      statusOf(draft).toLowerCase(),
      escapeHtml(items(draft)),
      escapeHtml(draft.email ?? '–'),
      escapeHtml(`${toDecimal(saleTotals(draft).total)} ${shop.record.currencyCode}`),
      escapeHtml(place(draft)),
      escapeHtml(draft.tags.join(', ')),
      instant(draft.createdAt),
    ),
  );
  const columns = ['Draft', 'Status', 'Items', 'E-mail', 'Total', 'Address', 'Tags', 'Made (UTC)'];
  return table('Newest draft orders', columns, rows);
}

function discounts(shop: Shop, now: number): string {
  const rows = newest(shop.discounts).map(discount => {
    const uses = shop.sales.usesOf(discount.id).count;
    const limit = discount.usageLimit === null ? '' : ` of ${discount.usageLimit}`;
    return row(
      `<code>${escapeHtml(discount.code)}</code>`,
      escapeHtml(discount.title),
      escapeHtml(discountSummary(discount, shop.record.currencyCode)),
      escapeHtml(buyers(shop, discount.customerIds)),
      `${uses}${limit}`,
      statusAt(discount, now).toLowerCase(),
      instant(discount.createdAt),
    );
  });
  const columns = ['Code', 'Title', 'What it gives', 'For', 'Uses', 'Status', 'Made (UTC)'];
  return table('Newest discounts', columns, rows);
}

function customers(shop: Shop): string {
  const rows = newest(shop.customers).map(customer =>
    row(
      escapeHtml([customer.firstName, customer.lastName].filter(Boolean).join(' ') || '–'),
      escapeHtml(customer.email ?? '–'),
      escapeHtml(customer.tags.join(', ')),
      instant(customer.createdAt),
    ),
  );
  return table('Newest customers', ['Name', 'E-mail', 'Tags', 'Made (UTC)'], rows);
}

function products(shop: Shop): string {
  const rows = shop.catalogue.variants().map(({ product, variant }) => {
    const beyond = variant.inventoryPolicy === 'CONTINUE' ? ', sold beyond' : '';
    return row(
      escapeHtml(product.title),
      escapeHtml(variant.title),
      `<code>${escapeHtml(variant.sku ?? '–')}</code>`,
      escapeHtml(`${variant.price} ${shop.record.currencyCode}`),
      `${variant.inventoryQuantity.toLocaleString('en')}${beyond}`,
    );
  });
  return table('Products', ['Product', 'Variant', 'SKU', 'Price', 'In stock'], rows);
}

function webhooks(shop: Shop): string {
  const rows = [...shop.webhooks.values()].map(({ topic, uri, createdAt }) =>
    row(`<code>${escapeHtml(topic)}</code>`, escapeHtml(uri), instant(createdAt)),
  );
  return table('Webhook subscriptions', ['Topic', 'Address', 'Made (UTC)'], rows);
}

function deliveries(shop: Shop): string {
  const rows = newest(shop.deliveries.all).map(delivery =>
    row(
      `<code>${escapeHtml(delivery.topic)}</code>`,
      `${delivery.state}${delivery.isCopy ? ', sent again' : ''}`,
      escapeHtml(delivery.outcome ?? '–'),
      String(delivery.attempts),
      instant(delivery.triggeredAt),
      delivery.nextAt === null ? '–' : instant(delivery.nextAt),
    ),
  );
  const columns = ['Topic', 'State', 'Last answer', 'Attempts', 'Triggered (UTC)', 'Next attempt (UTC)'];
  return table('Newest deliveries', columns, rows);
}

function installation({ access }: Shop): string {
  const { installedAt, uninstalledAt, expiring, permanent, isControlTokenGood } = access;
  const scopes = (expiring ?? permanent)?.scopes.join(', ') ?? '';
  if (installedAt !== null) return `Installed ${instant(installedAt)} with ${scopes || 'no scopes'}`;
  const control = isControlTokenGood ? ' A token of the control API is good.' : '';
  return uninstalledAt === null
    ? `Not installed by OAuth.${control}`
    : `Uninstalled ${instant(uninstalledAt)}.${control}`;
}

function items({ lines }: SaleRecord): string {
  return lines
    .map(
      ({ quantity, title, variantTitle }) =>
        `${quantity} × ${title}${variantTitle === null ? '' : `, ${variantTitle}`}`,
    )
    .join('; ');
}

function place({ shippingAddress: address }: SaleRecord): string {
  return (
    [address?.address1, address?.zip, address?.city, address?.countryCode].filter(Boolean).join(', ') || '–'
  );
}

function codesOf({ applications = [] }: OrderRecord): string[] {
  return applications.flatMap(({ type, title }) => (type === 'discount_code' ? [title] : []));
}

function buyers(shop: Shop, customerIds: readonly number[] | null): string {
  if (!customerIds) return 'everybody';
  return customerIds.map(id => shop.customers.get(id)?.email ?? String(id)).join(', ');
}
