import type { Authorise } from '../oauth/authorise-query.js';
import { escapeHtml, hidden, page } from './html.js';

/** Where a merchant agrees to what the app may do. */
export function consentPage(asked: Authorise & { shop: string }, scopes: readonly string[]): string {
  const { client_id, redirect_uri, scope, state, shop } = asked;
  const items = scopes.map(one => `<li><code>${escapeHtml(one)}</code></li>`).join('');
  return page(
    'Install app',
    `<section><h1>Install app</h1>
<p>${escapeHtml(shop)} gives the app <code>${escapeHtml(client_id)}</code> these scopes and returns to ${escapeHtml(new URL(redirect_uri).origin)}.</p>
<ul>${items || '<li>No scopes</li>'}</ul>
<form class="fields" method="post" action="/admin/oauth/authorize">${hidden({ client_id, redirect_uri, scope, state, shop })}
<button class="go" name="decision" value="install">Install</button>
<button name="decision" value="cancel">Cancel</button></form></section>`,
    true,
  );
}

export function errorPage(title: string, message: string): string {
  return page(title, `<section><h1>${escapeHtml(title)}</h1><p>${escapeHtml(message)}</p></section>`, true);
}
