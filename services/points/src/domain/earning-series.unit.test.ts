import { describe, expect, it } from '@jest/globals';
import { currentSeries } from './earning-series.js';

const series = (live: [number, number | null][], endsAt: number | null) => ({
  seriesId: 'climb',
  programIds: ['friends'],
  live: live.map(([from, to]) => ({ from, to })),
  endsAt,
});

describe('2.10 the series that an adjustment counts in', () => {
  it.each([
    ['a live one', series([[10, null]], null), 'climb'],
    ['a live one that will end', series([[10, 100]], 100), 'climb'],
    ['a paused one', series([[10, 20]], null), 'climb'],
    ['a paused one that will end', series([[10, 20]], 100), 'climb'],
    ['none that has not begun', series([[60, null]], null), undefined],
    ['none that has ended', series([[10, 40]], 40), undefined],
    ['none at the instant of its end', series([[10, 50]], 50), undefined],
    ['none that was never live', series([], 40), undefined],
  ])('2.10 is %s', (_, of, expected) => {
    expect(currentSeries([of], 'friends', 50)?.seriesId).toBe(expected);
  });

  it('2.10 is not another program’s', () => {
    expect(currentSeries([series([[10, null]], null)], 'others', 50)).toBeUndefined();
  });
});
