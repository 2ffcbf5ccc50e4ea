import { discountSummary } from './admin/discount-summary.js';
import { statusAt } from './admin/discounts.js';
import { toDecimal } from './admin/money.js';
import { saleTotals } from './admin/sale-totals.js';
import { statusOf } from './control/sale-routes.js';
import type { SaleRecord } from './shop/sale-records.js';
import type { Shop } from './shop/shop.js';

const NEWEST = 10;
const SALE_COLUMNS = ['Items', 'E-mail', 'Address', 'Total', 'Tags'];

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #6b6862; --line: #e4e1db; --page: #fbfaf8; --card: #fff; --code: #f3f1ec; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae6; --soft: #9d9991; --line: #33312d; --page: #161513; --card: #1d1c19; --code: #282622; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 32px 16px 64px; background: var(--page); color: var(--ink); font: 15px/1.5 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1200px; margin: 0 auto; }
h1 { font-size: 22px; margin: 0; } h2 { font-size: 17px; margin: 0; } h3 { font-size: 14px; margin: 20px 0 4px; color: var(--soft); font-weight: 500; }
p { margin: 4px 0 0; color: var(--soft); }
section { margin-top: 24px; padding: 20px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 500; color: var(--soft); } th, td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
tr:last-child td { border-bottom: 0; } code { padding: 2px 6px; background: var(--code); border-radius: 6px; font: 13px/1.4 ui-monospace, monospace; }
`;

/** What the shops hold now, newest first. Rendered on the server; reload to see more. */
export function shopsPage(shops: readonly Shop[], now: number): string {
  const sections = shops.map(shop => shopSection(shop, now)).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Shopify stand-in</title>
<style>${STYLE}</style></head><body><main>
<h1>Shopify stand-in</h1><p>What each shop holds now. It answers Shopify's Admin API; nothing here leaves this machine.</p>
${sections || '<section><p>No shop yet. A brand that is connected gets one.</p></section>'}
</main></body></html>`;
}

function shopSection(shop: Shop, now: number): string {
  const { name, domain, currencyCode } = shop.record;
  const { currentlyAvailable, maximumAvailable } = shop.bucket.status();
  const discounts = newest(shop.discounts).map(
    discount =>
      `<tr><td><code>${escapeHtml(discount.code)}</code></td><td>${escapeHtml(discount.title)}</td>
<td>${escapeHtml(discountSummary(discount, currencyCode))}</td><td>${escapeHtml(buyers(shop, discount.customerIds))}</td>
<td>${statusAt(discount, now).toLowerCase()}</td><td>${instant(discount.createdAt)}</td></tr>`,
  );
  const customers = newest(shop.customers).map(
    customer =>
      `<tr><td>${escapeHtml([customer.firstName, customer.lastName].filter(Boolean).join(' ') || '–')}</td>
<td>${escapeHtml(customer.email ?? '–')}</td><td>${escapeHtml(customer.tags.join(', '))}</td><td>${instant(customer.createdAt)}</td></tr>`,
  );
  const orders = newest(shop.sales.orders).map(
    order =>
      `<tr><td><code>#${order.number}</code></td><td>${sale(order, currencyCode)}</td><td>${instant(order.createdAt)}</td></tr>`,
  );
  const drafts = newest(shop.sales.drafts).map(
    draft =>
      `<tr><td><code>#D${draft.number}</code></td><td>${statusOf(draft).toLowerCase()}</td><td>${sale(draft, currencyCode)}</td><td>${instant(draft.createdAt)}</td></tr>`,
  );
  const variants = shop.catalogue.variants().map(
    ({ product, variant }) =>
      `<tr><td>${escapeHtml(product.title)}</td><td>${escapeHtml(variant.title)}</td><td><code>${escapeHtml(variant.sku ?? '–')}</code></td>
<td>${variant.price} ${currencyCode}</td><td>${variant.inventoryQuantity.toLocaleString('en')}${variant.inventoryPolicy === 'CONTINUE' ? ', sold beyond' : ''}</td></tr>`,
  );
  return `<section><h2>${escapeHtml(name)}</h2>
<p>${escapeHtml(domain)} · ${currencyCode} · ${count(shop.discounts.size, 'discount')} · ${count(shop.customers.size, 'customer')}
 · ${count(shop.sales.orders.size, 'order')} · ${count(shop.sales.drafts.size, 'draft')}
 · ${currentlyAvailable.toLocaleString('en')} of ${maximumAvailable.toLocaleString('en')} points left</p>
${table('Newest discounts', ['Code', 'Title', 'What it gives', 'For', 'Status', 'Made (UTC)'], discounts)}
${table('Newest orders', ['Order', ...SALE_COLUMNS, 'Made (UTC)'], orders)}
${table('Newest draft orders', ['Draft', 'Status', ...SALE_COLUMNS, 'Made (UTC)'], drafts)}
${table('Newest customers', ['Name', 'E-mail', 'Tags', 'Made (UTC)'], customers)}
${table('Products', ['Product', 'Variant', 'SKU', 'Price', 'In stock'], variants)}</section>`;
}

/** The cells that orders and drafts have in common. */
function sale(record: SaleRecord, currencyCode: string): string {
  const items = record.lines.map(
    ({ quantity, title, variantTitle }) =>
      `${quantity} × ${title}${variantTitle === null ? '' : `, ${variantTitle}`}`,
  );
  const address = record.shippingAddress;
  const place = [address?.address1, address?.zip, address?.city, address?.countryCode].filter(Boolean);
  const cells = [
    items.join('; '),
    record.email ?? '–',
    place.join(', ') || '–',
    `${toDecimal(saleTotals(record).total)} ${currencyCode}`,
    record.tags.join(', '),
  ];
  return cells.map(escapeHtml).join('</td><td>');
}

function table(title: string, columns: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return `<h3>${title}</h3><p>None yet.</p>`;
  const head = columns.map(column => `<th scope="col">${column}</th>`).join('');
  return `<h3>${title}</h3><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function newest<R>(records: ReadonlyMap<number, R>): R[] {
  return [...records.values()].slice(-NEWEST).reverse();
}

function buyers(shop: Shop, customerIds: readonly number[] | null): string {
  if (!customerIds) return 'everybody';
  return customerIds.map(id => shop.customers.get(id)?.email ?? String(id)).join(', ');
}

function count(size: number, noun: string): string {
  return `${size.toLocaleString('en')} ${noun}${size === 1 ? '' : 's'}`;
}

function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
