/** What a link adds to the address that it leads to. */
export interface Mentions {
  /** As it stands in the link. */
  code: string;
  brandSlug: string;
  /** Null where nothing is counted: what a preview shows is the right page all the same. */
  clickId: string | null;
}

/** The page of the brand's that a link leads to. */
export function landingPage(landingUrl: string, to: string | undefined): URL {
  const page = new URL(landingUrl);
  return (to === undefined ? undefined : pageOf(page.origin, to)) ?? page;
}

/** Its address with the referral's parameters, its own query kept. */
export function landingAddress(page: URL, { code, brandSlug, clickId }: Mentions): string {
  const address = new URL(page);
  address.searchParams.set('ref', code);
  if (clickId === null) address.searchParams.delete('cairn_click');
  else address.searchParams.set('cairn_click', clickId);
  address.searchParams.set('utm_source', 'ambassador');
  address.searchParams.set('utm_medium', 'referral');
  address.searchParams.set('utm_campaign', brandSlug);
  return address.href;
}

/** What a path of a shop is written with: no backslash, no blank, no second address. */
const plainPath = /^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;

/**
 * What some server may yet read as another host or as a line's end: an empty segment, an encoded slash, backslash, percent
 * sign or control character.
 */
const ambiguous = /\/\/|%(2f|5c|25|[01][0-9a-f]|7f)/i;

/** `/path?query` on an origin, as browsers read it (WHATWG); undefined for whatever leaves it, or may. */
function pageOf(origin: string, to: string): URL | undefined {
  if (to.length > 2_000) return undefined;
  const [path = ''] = to.split('?', 1);
  if (!plainPath.test(path) || ambiguous.test(path)) return undefined;
  const page = URL.parse(to, origin);
  // Dots may have made of it what the text did not show.
  if (page === null || page.origin !== origin || ambiguous.test(page.pathname)) return undefined;
  page.hash = '';
  return page;
}
