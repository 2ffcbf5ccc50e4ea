import type { Shop } from '../shop/shop.js';
import { escapeHtml, page } from './html.js';
import { shopSection } from './shop-section.js';

/** What the last form came to, shown once above the shops. */
export interface Said {
  text: string;
  isProblem: boolean;
}

/** What the shops hold now, newest first, and forms to act in them. Rendered on the server; reload to see more. */
export function shopsPage(shops: readonly Shop[], now: number, said: Said | null): string {
  const sections = shops.map(shop => shopSection(shop, now)).join('');
  const notice = said
    ? `<p class="${said.isProblem ? 'problem' : 'done'}" role="status">${escapeHtml(said.text)}</p>`
    : '';
  return page(
    'Shopify stand-in',
    `<h1>Shopify stand-in</h1><p>What each shop holds now. It answers Shopify's Admin API; nothing here leaves this machine.</p>
${notice}${sections || '<section><p>No shop yet. A brand that is connected gets one.</p></section>'}
<section><h2>Another shop</h2><form class="fields" method="post" action="/do/shop">
<label>Domain<input name="domain" required placeholder="rosewood.myshopify.com"></label><button>Make the shop</button></form></section>`,
  );
}
