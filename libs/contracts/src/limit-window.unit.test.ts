import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inWindow, limitWindow } from './limit-window.js';

const hours = (window: { from: number | null; to: number | null }) => (window.to! - window.from!) / 3_600_000;

function ends(per: 'day' | 'week' | 'month', at: string, timezone: string) {
  const window = limitWindow(per, Date.parse(at), timezone);
  return [new Date(window.from!).toISOString(), new Date(window.to!).toISOString()];
}

describe('2.1 a limit counts in calendar days, weeks and months of the brand’s time zone', () => {
  it.each([
    ['day', '2026-11-01T23:59:59.999Z', 'UTC', '2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
    ['day', '2026-11-02T00:00:00.000Z', 'UTC', '2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z'],
    // An evening in New York is the next day in UTC.
    [
      'day',
      '2026-07-02T03:00:00Z',
      'America/New_York',
      '2026-07-01T04:00:00.000Z',
      '2026-07-02T04:00:00.000Z',
    ],
    ['day', '2026-07-01T20:00:00Z', 'Asia/Kathmandu', '2026-07-01T18:15:00.000Z', '2026-07-02T18:15:00.000Z'],
    [
      'day',
      '2026-07-01T10:30:00Z',
      'Pacific/Kiritimati',
      '2026-07-01T10:00:00.000Z',
      '2026-07-02T10:00:00.000Z',
    ],
    ['day', '2026-07-01T10:30:00Z', 'Etc/GMT+12', '2026-06-30T12:00:00.000Z', '2026-07-01T12:00:00.000Z'],
    // 2026-11-01 is a Sunday: the last of its week.
    ['week', '2026-11-01T10:00:00Z', 'UTC', '2026-10-26T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
    ['week', '2026-11-02T00:00:00Z', 'UTC', '2026-11-02T00:00:00.000Z', '2026-11-09T00:00:00.000Z'],
    ['week', '2026-01-01T10:00:00Z', 'UTC', '2025-12-29T00:00:00.000Z', '2026-01-05T00:00:00.000Z'],
    ['month', '2026-12-31T23:30:00Z', 'UTC', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    [
      'month',
      '2026-12-31T23:30:00Z',
      'Europe/Berlin',
      '2026-12-31T23:00:00.000Z',
      '2027-01-31T23:00:00.000Z',
    ],
    ['month', '2028-02-10T00:00:00Z', 'UTC', '2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z'],
  ] as const)('%s of %s in %s', (per, at, timezone, from, to) => {
    expect(ends(per, at, timezone)).toEqual([from, to]);
  });

  it.each([
    ['a day that is set on has 23 hours', 'day', '2026-03-08T12:00:00Z', 'America/New_York', 23],
    ['a day that is set back has 25', 'day', '2026-11-01T12:00:00Z', 'America/New_York', 25],
    ['its week 169', 'week', '2026-11-01T12:00:00Z', 'America/New_York', 169],
    ['half an hour', 'day', '2026-10-04T00:00:00Z', 'Australia/Lord_Howe', 23.5],
    // Clocks go from 24:00 to 01:00: midnight is skipped.
    ['a day without a midnight', 'day', '2018-11-04T12:00:00Z', 'America/Sao_Paulo', 23],
    ['the day before it', 'day', '2018-11-03T12:00:00Z', 'America/Sao_Paulo', 24],
    // Clocks go from 24:00 to 23:00: its last hour comes twice.
    ['a day whose last hour comes twice', 'day', '2018-02-17T12:00:00Z', 'America/Sao_Paulo', 25],
    ['the day after it', 'day', '2018-02-18T12:00:00Z', 'America/Sao_Paulo', 24],
    // Samoa had no 30 December 2011.
    ['the day before one that never was', 'day', '2011-12-30T09:00:00Z', 'Pacific/Apia', 24],
  ] as const)('%s', (_, per, at, timezone, length) => {
    const window = limitWindow(per, Date.parse(at), timezone);
    expect(hours(window)).toBe(length);
    expect(inWindow(window, Date.parse(at))).toBe(true);
  });

  it('the day before it ends where a day without a midnight begins', () => {
    expect(ends('day', '2018-11-04T12:00:00Z', 'America/Sao_Paulo')[0]).toBe('2018-11-04T03:00:00.000Z');
    expect(ends('day', '2018-11-03T12:00:00Z', 'America/Sao_Paulo')[1]).toBe('2018-11-04T03:00:00.000Z');
  });

  it('ever has no ends', () => {
    expect(limitWindow('ever', 0, 'UTC')).toEqual({ from: null, to: null });
    expect(inWindow(limitWindow('ever', 0, 'UTC'), 8e15)).toBe(true);
  });

  it('every instant lies in its window, whose ends belong to it and to the next', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom('day', 'week', 'month'),
        fc.constantFrom(
          'Europe/London',
          'America/New_York',
          'America/Sao_Paulo',
          'Asia/Kolkata',
          'Pacific/Chatham',
          'Africa/Cairo',
          'Asia/Beirut',
          'America/Havana',
        ),
        (date, per, timezone) => {
          const window = limitWindow(per, date.getTime(), timezone);
          expect(inWindow(window, date.getTime())).toBe(true);
          expect(limitWindow(per, window.from!, timezone)).toEqual(window);
          expect(limitWindow(per, window.to! - 1, timezone)).toEqual(window);
          expect(limitWindow(per, window.to!, timezone).from).toBe(window.to);
        },
      ),
      { numRuns: 500 },
    );
  });
});
