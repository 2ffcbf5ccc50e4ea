import { describe, expect, it } from '@jest/globals';
import { isDisclosed } from './disclosure.js';

const tags = ['#ad', '#gifted', '#Anzeige'];

describe('2.3 a disclosure is one of the brand’s tags, whole and in any case, or the platform’s flag', () => {
  it.each([
    ['#ad', true],
    ['love it #ad', true],
    ['#ad love it', true],
    ['love it #AD, really', true],
    ['love it!#Ad.', true],
    ['(#gifted)', true],
    ['#summer#ad#fun', true],
    ['#ad\nnext line', true],
    ['#adventure then #ad', true],
    ['#ad-free', true],
    ['＃ad', true],
    ['#ANZEIGE', true],
    ['とても好き#ad', true],
    ['👗#ad👗', true],
    ['#adventure', false],
    ['#ads', false],
    ['#ad_2', false],
    ['#ad2', false],
    ['#adé', false],
    ['#ade\u0301', false],
    ['#ad\u0301', false],
    ['#ad広告', false],
    ['#ad𝔁', false],
    ['ad', false],
    ['# ad', false],
    ['', false],
  ])('2.3 %j: %s', (text, disclosed) => {
    expect(isDisclosed({ text, paidPartnership: false }, tags)).toBe(disclosed);
  });

  it.each([
    ['#işbirliği', '#İŞBİRLİĞİ', true],
    ['#işbirliği', '#İşbirliği', true],
    ['#İŞBİRLİĞİ', 'bu bir #işbirliği', true],
    ['#straßenfest', '#STRASSENFEST', true],
    ['#διαφήμιση', '#ΔΙΑΦΉΜΙΣΗ', true],
    ['#χορηγός', '#ΧΟΡΗΓΌΣ', true],
    ['#реклама', '#РЕКЛАМА', true],
    ['#işbirliği', '#işbirliğimiz', false],
  ])('2.3 in any case of any alphabet: %s in %j: %s', (tag, text, disclosed) => {
    expect(isDisclosed({ text, paidPartnership: false }, [tag])).toBe(disclosed);
  });

  it('2.3 the flag alone will do, also without a text', () => {
    expect(isDisclosed({ text: null, paidPartnership: true }, [])).toBe(true);
  });

  it('2.3 neither text nor tags disclose anything', () => {
    expect(isDisclosed({ text: null, paidPartnership: false }, tags)).toBe(false);
    expect(isDisclosed({ text: '#ad', paidPartnership: false }, [])).toBe(false);
    expect(isDisclosed({ text: 'anything', paidPartnership: false }, [''])).toBe(false);
  });
});
