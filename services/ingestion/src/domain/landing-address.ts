/**
 * Where a referral link leads: the brand's landing page with the code and UTM parameters, its own query kept.
 * @param landingUrl the brand's setting, checked when it was saved; nothing of a request gets into the address but the
 * code, which is known by then.
 */
export function landingAddress(landingUrl: string, code: string, brandSlug: string): string {
  const address = new URL(landingUrl);
  address.searchParams.set('ref', code);
  address.searchParams.set('utm_source', 'ambassador');
  address.searchParams.set('utm_medium', 'referral');
  address.searchParams.set('utm_campaign', brandSlug);
  return address.href;
}
