import { describe, expect, it } from '@jest/globals';
import { localDay } from './local-day.js';

describe('the day of a brand', () => {
  it.each([
    ['Europe/London', '2026-11-01'],
    ['America/New_York', '2026-10-31'],
    ['Pacific/Kiritimati', '2026-11-01'],
  ])('is the one of its time zone: %s', (zone, day) => {
    expect(localDay(new Date('2026-11-01T03:30:00.000Z'), zone)).toBe(day);
  });
});
