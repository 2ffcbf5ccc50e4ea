import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { landingAddress, landingPage } from './landing-address.js';

const clickId = '019ad5b0-0000-7000-8000-000000000001';
const leads = (landingUrl: string, to: string | undefined, id: string | null = clickId) =>
  landingAddress(landingPage(landingUrl, to), { code: 'ADA7QF2', brandSlug: 'rosewood', clickId: id });
const added = `ref=ADA7QF2&cairn_click=${clickId}&utm_source=ambassador&utm_medium=referral&utm_campaign=rosewood`;

describe('where a referral link leads', () => {
  it('is the landing page with code, click and UTM parameters, its own query and fragment kept', () => {
    expect(leads('https://shop.example/new?lang=en#top', undefined)).toBe(
      `https://shop.example/new?lang=en&${added}#top`,
    );
  });

  it('names no click where there is none', () => {
    expect(leads('https://shop.example/?cairn_click=old', undefined, null)).toBe(
      'https://shop.example/?ref=ADA7QF2&utm_source=ambassador&utm_medium=referral&utm_campaign=rosewood',
    );
  });

  it.each([
    ['/products/rose', `/products/rose?${added}`],
    [`/products/rose?variant=1&ref=bob`, `/products/rose?variant=1&${added}`],
    ['/a/../b#part', `/new?lang=en&${added}#top`],
    ['/a/../b?c=#part', `/b?c=&${added}`],
    ['/caf%C3%A9', `/caf%C3%A9?${added}`],
    ['/search?q=a//b\\c', `/search?q=a%2F%2Fb%5Cc&${added}`],
    ['/', `/?${added}`],
  ])('is a page of the shop: %s', (to, wanted) => {
    expect(leads('https://shop.example/new?lang=en#top', to)).toBe(`https://shop.example${wanted}`);
  });

  it.each([
    'products/rose',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/%2f/evil.example',
    '/%2F%2Fevil.example',
    '/%5Cevil.example',
    '/%255cevil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%0d%0aLocation:%20https://evil.example',
    '/\r\nLocation: https://evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    '@evil.example',
    '.evil.example',
    ':80@evil.example',
    '?next=1',
    '#',
    '',
    `/${'a'.repeat(2_001)}`,
  ])('is the landing page where it would lead elsewhere, or might: %j', to => {
    expect(leads('https://shop.example/new', to)).toBe(`https://shop.example/new?${added}`);
  });

  const nasty = fc
    .array(
      fc.constantFrom(
        ...[
          '/',
          '//',
          '\\',
          '.',
          '..',
          '@',
          ':',
          '?',
          '#',
          '%2f',
          '%5c',
          '%2e',
          '%09',
          '%',
          '\t',
          '\n',
          '\r',
          '\0',
        ],
        ...[
          'evil.example',
          'https:',
          'http://',
          'javascript:',
          'shop.example',
          'a',
          '&',
          '=',
          ' ',
          '。',
          '／',
          'é',
        ],
      ),
      { maxLength: 10 },
    )
    .map(parts => parts.join(''));
  const landings = fc.constantFrom(
    'https://shop.example/',
    'https://shop.example:8443/us/new?lang=en',
    'http://shop.example/a//b#top',
  );

  it('never leaves the origin of the landing page, and says no path that a server could read as another', () => {
    fc.assert(
      fc.property(
        landings,
        fc.oneof(nasty, fc.string(), fc.string({ unit: 'binary' }), fc.webUrl()),
        (landing, to) => {
          const address = new URL(leads(landing, to));
          expect(address.origin).toBe(new URL(landing).origin);
          expect(`${address.username}${address.password}`).toBe('');
          if (address.pathname !== new URL(landing).pathname) {
            expect(address.pathname).not.toMatch(/\/\/|\\|%2f|%5c|%25/i);
            expect(address.hash).toBe('');
          }
          expect(address.searchParams.getAll('ref')).toEqual(['ADA7QF2']);
          expect(address.searchParams.getAll('cairn_click')).toEqual([clickId]);
          expect(leads(landing, to)).not.toMatch(/[\s\\]/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
