import { describe, expect, it } from '@jest/globals';
import { instantAt, localAt } from './brand-time.js';

describe('times of the brand’s zone', () => {
  it.each([
    ['2026-11-23T09:00', 'Europe/Copenhagen', '2026-11-23T08:00:00.000Z'],
    ['2026-07-01T09:00', 'Europe/Copenhagen', '2026-07-01T07:00:00.000Z'],
    ['2026-11-23T09:00', 'UTC', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T00:15', 'Asia/Kathmandu', '2026-11-22T18:30:00.000Z'],
    ['2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
    ['2026-03-08T03:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ])('%s in %s is %s, and back', (local, zone, instant) => {
    expect(instantAt(local, zone)).toBe(instant);
    expect(localAt(instant, zone)).toBe(local);
  });

  it('takes the hour after the one that a spring skips', () => {
    expect(instantAt('2026-03-29T02:30', 'Europe/Copenhagen')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('knows what is no time', () => {
    expect(instantAt('', 'UTC')).toBeNull();
    expect(instantAt('2026-11-23', 'UTC')).toBeNull();
  });
});
