import { describe, expect, it } from '@jest/globals';
import { take } from './token-bucket.js';

const limits = { perSecond: 100, burst: 1_000 };

describe('a brand’s token bucket', () => {
  it('starts full and empties', () => {
    const first = take(undefined, 1_000, limits, 0);
    expect(first).toEqual({ kind: 'taken', bucket: { level: 0, at: 0 } });
    expect(take({ level: 0, at: 0 }, 200, limits, 0)).toEqual({ kind: 'refused', waitMs: 2_000 });
  });

  it('fills at its rate, to its size and no further', () => {
    expect(take({ level: 0, at: 0 }, 200, limits, 2_000)).toEqual({
      kind: 'taken',
      bucket: { level: 0, at: 2_000 },
    });
    expect(take({ level: 0, at: 0 }, 1, limits, 1e9)).toEqual({
      kind: 'taken',
      bucket: { level: 999, at: 1e9 },
    });
  });

  it('lets a request larger than itself through when full, and is in debt after', () => {
    expect(take(undefined, 1_500, limits, 0)).toEqual({ kind: 'taken', bucket: { level: -500, at: 0 } });
  });
});
