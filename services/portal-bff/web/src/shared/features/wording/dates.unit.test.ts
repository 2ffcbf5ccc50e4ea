import { describe, expect, it } from '@jest/globals';
import { exactInstant, saidDay, saidPast } from './dates.js';

const reader = { now: new Date('2026-11-22T10:00:00Z'), locale: 'en-GB', timeZone: 'Europe/London' };

describe('saidPast', () => {
  it.each([
    ['2026-11-22T09:59:40Z', 'just now'],
    ['2026-11-22T10:00:20Z', 'just now'],
    ['2026-11-22T09:55:00Z', '5 minutes ago'],
    ['2026-11-22T07:30:00Z', '2 hours ago'],
    ['2026-11-21T23:30:00Z', 'yesterday'],
    ['2026-11-19T23:30:00Z', '3 days ago'],
    ['2026-11-03T12:00:00Z', '3 Nov'],
    ['1997-01-12T12:00:00Z', '12 Jan 1997'],
  ])('%s → %s', (instant, words) => {
    expect(saidPast(instant, reader)).toBe(words);
  });

  it('counts days in the reader’s zone, not in UTC', () => {
    const auckland = { ...reader, timeZone: 'Pacific/Auckland' };
    expect(saidPast('2026-11-21T12:00:00Z', auckland)).toBe('22 hours ago');
  });
});

describe('saidDay', () => {
  it.each([
    ['2026-11-22T20:00:00Z', 'today'],
    ['2026-11-23T01:00:00Z', 'tomorrow'],
    ['2026-12-03T14:00:00Z', '3 Dec'],
    ['2027-01-03T14:00:00Z', '3 Jan 2027'],
    ['2026-11-21T01:00:00Z', 'yesterday'],
  ])('%s → %s', (instant, words) => {
    expect(saidDay(instant, reader)).toBe(words);
  });
});

describe('exactInstant', () => {
  it('names the day and the minute', () => {
    expect(exactInstant('2026-12-03T14:00:00Z', reader)).toMatch(/^Thursday,? 3 December 2026.* 14:00$/);
  });
});
