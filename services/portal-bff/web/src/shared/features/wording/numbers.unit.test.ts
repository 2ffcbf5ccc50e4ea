import { describe, expect, it } from '@jest/globals';
import { countedPoints, listed, signedPoints, spokenPoints } from './numbers.js';

describe('points in words', () => {
  it('groups digits as the locale does', () => {
    expect(spokenPoints(12400, 'en-GB')).toBe('12,400');
    expect(spokenPoints(12400, 'en-DE')).toBe('12.400');
  });

  it('uses a real minus sign', () => {
    expect(spokenPoints(-20, 'en-GB')).toBe('−20');
    expect(signedPoints(-5, 'en-GB')).toBe('−5');
  });

  it('signs a gain and leaves zero alone', () => {
    expect(signedPoints(15, 'en-GB')).toBe('+15');
    expect(signedPoints(0, 'en-GB')).toBe('0');
  });

  it('counts one point and many', () => {
    expect(countedPoints(1, 'en-GB')).toBe('1 point');
    expect(countedPoints(-1, 'en-GB')).toBe('−1 point');
    expect(countedPoints(0, 'en-GB')).toBe('0 points');
  });
});

describe('listed', () => {
  it.each([
    [[], ''],
    [['5% off'], '5% off'],
    [['5% off', 'a mug'], '5% off and a mug'],
    [['5% off', 'a mug', 'a call'], '5% off, a mug and a call'],
  ])('%j → %s', (things, words) => {
    expect(listed(things)).toBe(words);
  });
});
