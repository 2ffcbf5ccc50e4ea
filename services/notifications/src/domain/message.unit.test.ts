import { describe, expect, it } from '@jest/globals';
import { retryIn } from './message.js';

const at = (days: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + days * 86_400_000);

describe('when a refused mail is tried again', () => {
  it.each([
    [1, 0, 1_000],
    [2, 0, 2_000],
    [9, 0, 256_000],
    [30, 2, 300_000],
    [30, 4, null],
  ])('after %d failures and %d days: %s ms', (failures, days, wait) => {
    expect(retryIn(failures, at(0).toISOString(), at(days))).toBe(wait);
  });
});
