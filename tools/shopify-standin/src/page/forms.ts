import type { OrderRecord } from '../shop/sale-records.js';
import type { Shop } from '../shop/shop.js';
import { escapeHtml, hidden } from './html.js';

/** Where a person buys something by hand. */
export function buyForm(shop: Shop): string {
  const { domain, currencyCode } = shop.record;
  const options = shop.catalogue.variants().map(({ product, variant }) => {
    const text = `${product.title}, ${variant.title}: ${variant.price} ${currencyCode}, ${variant.inventoryQuantity} left`;
    return `<option value="${variant.id}">${escapeHtml(text)}</option>`;
  });
  return `<h3>Buy something</h3><form class="fields" method="post" action="/do/buy">${hidden({ domain })}
<label>What<select name="variantId">${options.join('')}</select></label>
<label>How many<input name="quantity" type="number" min="1" max="100" value="1" required></label>
<label>E-mail<input name="email" type="email" placeholder="buyer@example.com"></label>
<label>Discount code<input name="discountCode"></label>
<label>Landing page<input name="landingSite" placeholder="/?ref=ADA"></label>
<label>Shipping<input name="shipping" inputmode="decimal" placeholder="4.90"></label>
<button class="go">Place and pay the order</button></form>`;
}

/** A code that anybody may use, such as an ambassador's. */
export function codeForm({ record: { domain } }: Shop): string {
  return `<form class="fields" method="post" action="/do/code">${hidden({ domain })}
<label>Code<input name="code" required></label>
<label>Percent off<input name="percent" type="number" min="1" max="100" value="10" required></label>
<button>Make the code</button></form>`;
}

export function uninstallForm({ record: { domain } }: Shop): string {
  return `<form class="fields" method="post" action="/do/uninstall">${hidden({ domain })}<button>Uninstall the app</button></form>`;
}

/** What can become of an order by hand. */
export function orderForms({ record: { domain } }: Shop, order: OrderRecord): string {
  if (order.cancelledAt !== null) return '';
  const isOpen = order.financialStatus === 'PENDING' || order.financialStatus === 'PARTIALLY_PAID';
  const acts = [...(isOpen ? ['pay'] : []), 'refund', 'cancel'];
  const fields = hidden({ domain, id: String(order.id) });
  return acts
    .map(
      act =>
        `<form method="post" action="/do/order">${fields}<button name="act" value="${act}">${act}</button></form>`,
    )
    .join(' ');
}
