/** Parameters that say where a click came from, not what is shown (domain.md 2.4); besides these, `utm_*`. */
const tracking = new Set([
  'fbclid',
  'gclid',
  'igsh',
  'igshid',
  'si',
  'ref',
  'ref_src',
  'is_from_webapp',
  'sender_device',
]);

/**
 * A proof's address as it is compared (domain.md 2.4): host, path and query, such as `tiktok.com/@ada/video/1`. The
 * scheme is left out (http = https); a user name in it, of which the rule says nothing, is kept.
 * @returns the text as it came where it is no http or https address: it equals only itself.
 */
export function comparedProof(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return text;
  // http's default port is gone by the parsing, https's by this.
  url.protocol = 'https:';
  const user = url.username === '' && url.password === '' ? '' : `${url.username}:${url.password}@`;
  const host = url.host.replace(/^www\./, '').replace(/^m\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  const query = sorted(url.searchParams);
  return `${user}${host}${path}${query === '' ? '' : `?${query}`}`;
}

/** By name, then by value, so that no order of the same parameters is another proof. */
function sorted(params: URLSearchParams): string {
  const kept = [...params].filter(([name]) => !name.startsWith('utm_') && !tracking.has(name));
  const ordered = kept.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return new URLSearchParams(ordered).toString();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
