import { describe, expect, it } from '@jest/globals';
import type { SeriesPeriods } from './catalog.js';
import { currentSeries, earningSeries } from './earning-series.js';

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

describe('2.7 an event earns in a series that was live when it happened', () => {
  const [paused, resumed, ends] = [
    at('2026-03-01T00:00:00Z'),
    at('2026-04-01T00:00:00Z'),
    at('2026-09-01T00:00:00Z'),
  ];
  const turned: SeriesPeriods = {
    ...series,
    programs: null,
    live: [
      { from: began, to: paused },
      { from: resumed, to: ends },
    ],
    endsAt: ends,
  };
  const days = (n: number) => n * 24 * hour;
  it.each<[string, number, number, boolean]>([
    ['3.2 before its start', began - 1, began, false],
    ['3.2 at its start, in the past when it was published', began, ends, true],
    ['3.2 a millisecond before the pause', paused - 1, paused - 1, true],
    ['3.2 before the pause, come in within it', paused - 1, paused + days(5), true],
    ['3.2 before the pause, come in long after it', paused - 1, ends, true],
    ['3.2 at the pause', paused, paused, false],
    ['3.2 in the pause, come in after it', resumed - 1, resumed + days(1), false],
    ['3.2 at the resume', resumed, resumed, true],
    ['3.10 a millisecond before the end', ends - 1, ends - 1, true],
    ['3.10 at the end', ends, ends, false],
    ['3.10 before the end, come in 72 hours after it', ends - 1, ends + 72 * hour, true],
    ['3.10 before the end, come in later than that', ends - 1, ends + 72 * hour + 1, false],
    ['3.10 72 hours are from the end, not from the event', began, ends + 72 * hour, true],
  ])('2.7 %s', (_, occurredAt, acceptedAt, expected) => {
    expect(earns('stayed', occurredAt, acceptedAt, turned)).toBe(expected);
  });

  it('2.7 one of several at a time: each instant has the series that was live then', () => {
    const next: SeriesPeriods = {
      ...turned,
      seriesId: 'next',
      live: [{ from: ends, to: null }],
      endsAt: null,
    };
    const at = (instant: number) =>
      earningSeries([next, turned], 'stayed', instant, instant + hour)?.seriesId;
    expect([ends - 1, ends].map(at)).toEqual(['s', 'next']);
  });
});

const seriesOf = (live: [number, number | null][], endsAt: number | null) => ({
  seriesId: 'climb',
  programIds: ['friends'],
  programs: null,
  live: live.map(([from, to]) => ({ from, to })),
  endsAt,
});

describe('2.10 the series that an adjustment counts in', () => {
  it.each([
    ['a live one', seriesOf([[10, null]], null), 'climb'],
    ['a live one that will end', seriesOf([[10, 100]], 100), 'climb'],
    ['a paused one', seriesOf([[10, 20]], null), 'climb'],
    ['a paused one that will end', seriesOf([[10, 20]], 100), 'climb'],
    ['none that has not begun', seriesOf([[60, null]], null), undefined],
    ['none that has ended', seriesOf([[10, 40]], 40), undefined],
    ['none at the instant of its end', seriesOf([[10, 50]], 50), undefined],
    ['none that was never live', seriesOf([], 40), undefined],
  ])('2.10 is %s', (_, of, expected) => {
    expect(currentSeries([of], 'friends', 50)?.seriesId).toBe(expected);
  });

  it('2.10 is not another program’s', () => {
    expect(currentSeries([seriesOf([[10, null]], null)], 'others', 50)).toBeUndefined();
  });
});
