import { describe, expect, it } from '@jest/globals';
import { instantOf } from './local-time.js';

describe('instantOf', () => {
  it.each([
    ['1996-12-01', '00:00:00', 'America/New_York', '1996-12-01T05:00:00.000Z'],
    ['1997-07-04', '12:00:00', 'America/New_York', '1997-07-04T16:00:00.000Z'],
    // In 1997 New York's summer time began on 6 April at 2 and ended on 26 October at 2.
    ['1997-04-06', '01:59:00', 'America/New_York', '1997-04-06T06:59:00.000Z'],
    ['1997-04-06', '03:00:00', 'America/New_York', '1997-04-06T07:00:00.000Z'],
    ['1997-10-26', '01:30:00', 'America/New_York', '1997-10-26T05:30:00.000Z'],
    ['1997-10-26', '12:00:00', 'America/New_York', '1997-10-26T17:00:00.000Z'],
    ['2010-12-01', '08:26:00', 'Europe/London', '2010-12-01T08:26:00.000Z'],
    ['2011-06-01', '08:26:00', 'Europe/London', '2011-06-01T07:26:00.000Z'],
  ])('%s %s in %s', (day, time, zone, instant) => {
    expect(instantOf(day, time, zone)).toBe(instant);
  });

  it('reads a time that the clock leaves out with the offset before it', () => {
    expect(instantOf('1997-04-06', '02:30:00', 'America/New_York')).toBe('1997-04-06T07:30:00.000Z');
  });
});
