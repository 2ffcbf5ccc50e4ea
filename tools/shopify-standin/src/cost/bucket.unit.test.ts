import { describe, expect, it } from '@jest/globals';
import { CostBucket } from './bucket.js';

describe('the cost bucket', () => {
  it('lets in what it holds, refuses more, and refills with time up to its size', () => {
    let now = 0;
    const bucket = new CostBucket(100, 10, () => now);
    expect(bucket.take(95)).toBe(true);
    expect(bucket.take(10)).toBe(false);
    expect(bucket.status()).toEqual({ maximumAvailable: 100, currentlyAvailable: 5, restoreRate: 10 });
    now += 500;
    expect(bucket.take(10)).toBe(true);
    now += 60_000;
    expect(bucket.status().currentlyAvailable).toBe(100);
  });

  it('takes back what a request did not use, never beyond its size', () => {
    const bucket = new CostBucket(100, 10, () => 0);
    bucket.take(50);
    bucket.giveBack(20);
    expect(bucket.status().currentlyAvailable).toBe(70);
    bucket.giveBack(1000);
    expect(bucket.status().currentlyAvailable).toBe(100);
  });

  it('tells what was spent, and what it had no room for', () => {
    let now = 0;
    const bucket = new CostBucket(100, 10, () => now);
    bucket.take(50);
    bucket.giveBack(20);
    now = 10_000;
    expect(bucket.use()).toEqual({ spent: 30, lost: 70 });
  });

  it('has another plan from when it is changed', () => {
    const bucket = new CostBucket(100, 10, () => 0);
    bucket.take(50);
    bucket.changePlan(40, 5);
    expect(bucket.status()).toEqual({ maximumAvailable: 40, currentlyAvailable: 40, restoreRate: 5 });
  });

  it('is not drained by a clock that goes back', () => {
    let now = 10_000;
    const bucket = new CostBucket(100, 10, () => now);
    bucket.take(50);
    now = 0;
    expect(bucket.status().currentlyAvailable).toBe(50);
  });
});
