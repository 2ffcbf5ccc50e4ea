import { newId } from '@cairn/service-kit/events/derive';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clicksOfUseFrom, lowestIdAt } from './click.js';

describe('a click', () => {
  it('is of use for the brand’s window and two weeks', () => {
    expect(clicksOfUseFrom(new Date('2026-11-30T12:00:00Z'), 30)).toEqual(new Date('2026-10-17T12:00:00Z'));
  });

  it('has an id that sorts by its time', () => {
    const instants = fc.date({ min: new Date(1), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, at => {
        expect(newId(at) >= lowestIdAt(at)).toBe(true);
        expect(newId(new Date(at.getTime() - 1)) < lowestIdAt(at)).toBe(true);
      }),
    );
  });
});
