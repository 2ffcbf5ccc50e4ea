import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparedProof } from './proof-url.js';

describe('2.4 proof addresses are compared after', () => {
  it.each([
    ['http = https', 'http://tiktok.com/@ada/video/1', 'tiktok.com/@ada/video/1'],
    ['lower-case host, the path as it is', 'https://TikTok.COM/@Ada/V/1', 'tiktok.com/@Ada/V/1'],
    ['no leading www.', 'https://www.tiktok.com/x', 'tiktok.com/x'],
    ['no leading m.', 'https://m.facebook.com/x', 'facebook.com/x'],
    ['no www. and then m.', 'https://www.m.facebook.com/x', 'facebook.com/x'],
    ['not the other way round', 'https://m.www.facebook.com/x', 'www.facebook.com/x'],
    ['only a whole label', 'https://maps.example/x', 'maps.example/x'],
    ['no default port of https', 'https://a.example:443/x', 'a.example/x'],
    ['no default port of http', 'http://a.example:80/x', 'a.example/x'],
    ['no default port of either name of the one', 'http://a.example:443/x', 'a.example/x'],
    ['another port stays', 'https://a.example:8443/x', 'a.example:8443/x'],
    ['no fragment', 'https://a.example/x#part', 'a.example/x'],
    ['no trailing slash', 'https://a.example/x/', 'a.example/x'],
    ['no trailing slashes', 'https://a.example/x//', 'a.example/x'],
    ['no trailing slash of the root', 'https://a.example/', 'a.example'],
    ['no utm_*', 'https://a.example/x?utm_source=a&utm_anything=b', 'a.example/x'],
    [
      'no tracking parameters',
      'https://a.example/x?fbclid=1&gclid=1&igsh=1&igshid=1&si=1&ref=1&ref_src=1&is_from_webapp=1&sender_device=1',
      'a.example/x',
    ],
    ['others kept and sorted', 'https://youtube.com/watch?v=2&si=x&a=1', 'youtube.com/watch?a=1&v=2'],
    ['of one name by value', 'https://a.example/?a=2&a=1', 'a.example?a=1&a=2'],
    [
      'names that only begin alike stay',
      'https://a.example/x?reference=1&sid=2',
      'a.example/x?reference=1&sid=2',
    ],
    ['an empty query is none', 'https://a.example/x?', 'a.example/x'],
    ['as browsers parse it', ' https:\\\\a.example\\b\\..\\x\t ', 'a.example/x'],
    ['an international host', 'https://Bücher.example/x', 'xn--bcher-kva.example/x'],
    ['no address: itself', 'a story on my wall', 'a story on my wall'],
    ['another scheme: itself', 'ftp://a.example/x/', 'ftp://a.example/x/'],
  ])('%s', (_, text, compared) => {
    expect(comparedProof(text)).toBe(compared);
  });

  it('the compared form of the compared form is itself, and tracking never makes another', () => {
    const word = fc.stringMatching(/^[a-z0-9%+ü]{0,5}$/);
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.array(fc.tuple(word, word), { maxLength: 4 }),
        fc.constantFrom('utm_x', 'igsh', 'si', 'sender_device'),
        (url, params, extra) => {
          const address = new URL(url);
          for (const [name, value] of params) address.searchParams.append(name, value);
          const compared = comparedProof(address.href);
          fc.pre(!/^(www|m)\./.test(compared));
          expect(comparedProof(`http://${compared}`)).toBe(compared);
          address.searchParams.append(extra, '1');
          address.hash = '#other';
          expect(comparedProof(address.href)).toBe(compared);
        },
      ),
    );
  });
});
