import { describe, expect, it } from '@jest/globals';
import { isGrowing, lagOf } from './growing.js';

const rate = 1000;
const every = Array.from({ length: 25 }, (_, n) => n / 4);
const under = (lag: (seconds: number) => number) =>
  lagOf(
    every.map(seconds => ({ seconds, lag: lag(seconds) })),
    rate,
  );

describe('isGrowing', () => {
  it('lets a lag be that stays what it is', () => {
    expect(
      isGrowing(
        under(() => 1500),
        1,
      ),
    ).toBe(false);
  });

  it('lets the way to a steady state be', () => {
    expect(
      isGrowing(
        under(seconds => Math.min(seconds, 1) * 1200),
        1,
      ),
    ).toBe(false);
  });

  it('finds a system that takes four fifths of what comes', () => {
    const lag = under(seconds => seconds * 200 + 200);
    expect(lag.growth).toBeCloseTo(0.2);
    expect(lag.behind).toBeGreaterThan(1);
    expect(isGrowing(lag, 1)).toBe(true);
  });

  it('does not mind a pause in the middle that was made up for', () => {
    expect(
      isGrowing(
        under(seconds => (seconds > 3 && seconds < 4 ? 2000 : 100)),
        1,
      ),
    ).toBe(false);
  });

  it('has nothing to say without a look', () => {
    expect(lagOf([], rate)).toEqual({ behind: 0, growth: 0 });
  });
});
