import { describe, expect, it } from '@jest/globals';
import { expectedRevision, expectedState } from './etag.js';

const stale = expect.objectContaining({ code: 'stale' });

describe('If-Match', () => {
  it.each([undefined, '*', ' * '])('%s asks for no state', header => {
    expect(expectedState(header)).toBeNull();
    expect(expectedRevision(header)).toBeNull();
  });

  it('asks for the state between the quotes', () => {
    expect(expectedState(' "a-B_1" ')).toBe('a-B_1');
    expect(expectedRevision('"12"')).toBe(12);
  });

  it.each(['', '12', '""', 'W/"12"', '"1", "2"', '"a b"'])('%s is no tag that was given out', header => {
    expect(() => expectedState(header)).toThrow(stale);
    expect(() => expectedRevision(header)).toThrow(stale);
  });

  it.each(['"x"', '"1.5"', '"1234567890"'])('%s is no revision', header => {
    expect(() => expectedRevision(header)).toThrow(stale);
  });
});
