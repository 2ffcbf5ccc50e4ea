import { describe, expect, it } from '@jest/globals';
import type { SeriesPeriods } from './catalog.js';
import { earningSeries } from './earning-series.js';

const at = (instant: string) => Date.parse(instant);
const hour = 3_600_000;
const began = at('2026-01-01T00:00:00Z');
const edited = at('2026-06-01T00:00:00Z');

const series: SeriesPeriods = {
  seriesId: 's',
  programIds: ['stayed', 'came'],
  programs: [
    { programId: 'stayed', from: began, to: null },
    { programId: 'left', from: began, to: edited },
    { programId: 'came', from: edited, to: null },
  ],
  live: [{ from: began, to: null }],
  endsAt: null,
};

const earns = (programId: string, occurredAt: number, acceptedAt = occurredAt, of = series) =>
  earningSeries([of], programId, occurredAt, acceptedAt) !== undefined;

describe('3.8 an event earns in the series that its program belonged to when it happened', () => {
  it.each([
    ['a program that stayed', 'stayed', edited - hour, edited - hour, true],
    ['one that came in, before that', 'came', edited - hour, edited + hour, false],
    ['one that came in, at that instant', 'came', edited, edited, true],
    ['one that left, before that', 'left', edited - hour, edited - hour, true],
    ['one that left, from that instant on', 'left', edited, edited, false],
    ['3.10 one that left, 72 hours late', 'left', edited - hour, edited + 72 * hour, true],
    ['3.10 one that left, later than that', 'left', edited - hour, edited + 72 * hour + 1, false],
    ['one of no period', 'other', edited, edited, false],
  ])('%s', (_, programId, occurredAt, acceptedAt, expected) => {
    expect(earns(programId, occurredAt, acceptedAt)).toBe(expected);
  });

  it('a copy from before periods were told goes by the programs that it has', () => {
    const old = { ...series, programs: null };
    expect(earns('came', began, began, old)).toBe(true);
    expect(earns('left', began, began, old)).toBe(false);
  });
});
